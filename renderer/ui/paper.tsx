import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { logoAddress, useLogo } from './logo.ts'
import './paper.css'
import { useSchool } from './school.tsx'

interface PaperProps {
  /** named so in the list of the printer, and as the file where it is kept as PDF */
  readonly title: string
  /** as it was on the day of the paper; otherwise as it is now */
  readonly school?: { readonly name: string; readonly address: string }
  readonly onDone: () => void
  readonly children: ReactNode
}

/** Prints once the picture can be seen, or is known to be none. */
async function printDrawn(picture: HTMLImageElement | null, left: AbortSignal): Promise<void> {
  await picture?.decode().catch(() => undefined)
  if (!left.aborted) window.print()
}

/** One sheet for the printer, with the school's head. Prints itself as soon as it is there. */
export function Paper({ title, school, onDone, children }: PaperProps) {
  const present = useSchool()
  const { name, address } = school ?? present
  const { logo, isPending } = useLogo()
  const picture = useRef<HTMLImageElement>(null)
  const printed = useEffectEvent(onDone)
  useEffect(() => {
    if (isPending) return
    const before = document.title
    document.title = title
    const done = () => {
      document.title = before
      printed()
    }
    window.addEventListener('afterprint', done, { once: true })
    const left = new AbortController()
    void printDrawn(picture.current, left.signal)
    return () => {
      left.abort()
      window.removeEventListener('afterprint', done)
    }
  }, [title, isPending])
  return createPortal(
    <article className="paper" aria-label={title}>
      <header>
        {logo && <img ref={picture} src={logoAddress(logo)} alt="" />}
        <strong>{name}</strong>
        <address>{address}</address>
      </header>
      {children}
    </article>,
    document.body,
  )
}
