import { useEffect, useRef, type ReactNode } from 'react'
import classes from './invoices.module.css'

/**
 * Takes the focus along where one view of the dialog replaces another: the button that led here is gone, and without
 * this the keyboard would be left outside of the dialog. A view that has placed the focus itself keeps it.
 */
export function Arrival({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement !== document.body) return
    const first = place.current?.querySelector<HTMLElement>('[data-autofocus]')
    ;(first ?? place.current)?.focus()
  }, [])
  return (
    <div ref={place} tabIndex={-1} className={classes.arrival}>
      {children}
    </div>
  )
}
