import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

const ROWS_A_PAGE = 10

/**
 * Moves the focus from row to row with the arrow keys; only one row is a stop of the Tab key.
 * @param scrollTo brings a row into view, which also puts it into the page
 */
export function useRowFocus(count: number, scroller: RefObject<HTMLElement | null>, scrollTo: (index: number) => void) {
  const [wanted, setActive] = useState(0)
  const active = Math.max(0, Math.min(wanted, count - 1))
  const moved = useRef(false)

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true })
  }, [active, scroller])

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const target = event.target as HTMLElement
      if (target.dataset.row === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      const next = destination(event.key, active, count)
      if (next === null) return
      event.preventDefault()
      moved.current = next !== active
      scrollTo(next)
      setActive(next)
    },
    [active, count, scrollTo],
  )
  return { active, setActive, onKeyDown }
}

/** Leads from a field of words to the rows that they found, with the arrow down. */
export function arrowDownTo(table: string) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown') return
    const row = document.querySelector<HTMLElement>(`[role="table"][aria-label="${table}"] [data-row][tabindex="0"]`)
    if (!row) return
    event.preventDefault()
    row.focus()
  }
}

/** The same, and Enter takes the only row that was found. */
export function keysToRows(table: string, onEnter: () => void) {
  const down = arrowDownTo(table)
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter()
    else down(event)
  }
}

/** Where a key leads from a row, or null for a key that does not move. */
export function destination(key: string, from: number, count: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: ROWS_A_PAGE, PageUp: -ROWS_A_PAGE }[key]
  if (step !== undefined) return Math.max(0, Math.min(count - 1, from + step))
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
