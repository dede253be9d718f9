import { useCallback, useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { Column } from '../ui/table/column.ts'
import { VirtualTable } from '../ui/table/virtual-table.tsx'
import classes from './reconcile.module.css'
import { workKeyOf, type WorkKey } from './work-keys.ts'

interface WorkTableProps<Row> {
  /** accessible name */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** another value begins at the top again */
  readonly question: string
  readonly onKey: (key: WorkKey, row: Row) => void
  readonly onEnd?: () => void
  readonly leastWidth?: number
}

const ROW_HEIGHT = 57
/** Rows are as high as what stands in them: that goes with a place for details, which stays empty. */
const NO_DETAILS = () => null
/** A row shows that it has the keyboard; a double click selects a word of it and does nothing else. */
const NO_OPENING = () => undefined

/** A list of the work: every step by a key on its row, and the focus on the next row when one has left. */
export function WorkTable<Row>(props: WorkTableProps<Row>) {
  const { rows, onKey, onEnd } = props
  const place = useRef<HTMLDivElement>(null)
  const rowAt = useCallback((index: number) => rows[index], [rows])
  const reach = useCallback(
    (last: number) => {
      if (last + 20 >= rows.length) onEnd?.()
    },
    [rows.length, onEnd],
  )
  const noteFocus = useFocusKept(place)
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const element = event.target.closest<HTMLElement>('[data-row]')
    const key = element && workKeyOf(event.key, element === event.target)
    const row = element && rows[Number(element.dataset['row'])]
    if (!key || row === undefined || row === null) return
    event.preventDefault()
    // A key that is held down would go through the whole list.
    if (!event.repeat) onKey(key, row)
  }
  return (
    <div ref={place} className={classes.body} data-work onKeyDown={press} {...noteFocus}>
      <VirtualTable
        label={props.label}
        columns={props.columns}
        count={rows.length}
        rowAt={rowAt}
        onReach={reach}
        rowHeight={ROW_HEIGHT}
        onOpen={NO_OPENING}
        details={NO_DETAILS}
        question={props.question}
        {...(props.leastWidth ? { leastWidth: props.leastWidth } : {})}
      />
    </div>
  )
}

/** Where the row with the focus has left, the row at its turn gets it: in this list, or in the one that it led to. */
function useFocusKept(place: RefObject<HTMLDivElement | null>) {
  const within = useRef(true)
  useEffect(() => {
    if (within.current && document.activeElement === document.body) {
      place.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true })
    }
  })
  return {
    onFocus: () => {
      within.current = true
    },
    onBlur: (event: { readonly relatedTarget: EventTarget | null }) => {
      if (event.relatedTarget !== null) within.current = false
    },
  }
}

/** What the focus goes back to after a dialog: the row that is at the turn, or what says that none is left. */
export function workPlace(): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>('[data-work] [data-row][tabindex="0"]') ??
    document.querySelector<HTMLElement>('[data-work]')
  )
}
