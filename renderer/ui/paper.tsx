import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './paper.css'
import { useSchool } from './school.tsx'

interface PaperProps {
  /** named so in the list of the printer, and as the file where it is kept as PDF */
  readonly title: string
  readonly onDone: () => void
  readonly children: ReactNode
}

/** One sheet for the printer, with the school's head. Prints itself as soon as it is there. */
export function Paper({ title, onDone, children }: PaperProps) {
  const { name, address } = useSchool()
  const printed = useEffectEvent(onDone)
  useEffect(() => {
    const before = document.title
    document.title = title
    const done = () => {
      document.title = before
      printed()
    }
    window.addEventListener('afterprint', done, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [title])
  return createPortal(
    <article className="paper" aria-label={title}>
      <header>
        <strong>{name}</strong>
        <address>{address}</address>
      </header>
      {children}
    </article>,
    document.body,
  )
}
