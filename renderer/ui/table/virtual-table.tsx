import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import { columnTracks, type Column, type Sorting } from './column.ts'
import { TableHead } from './table-head.tsx'
import { VirtualRow } from './virtual-row.tsx'
import { columnsThatFit } from './columns-that-fit.ts'
import { useRowFocus } from './row-focus.ts'
import { useWidth } from './use-width.ts'
import classes from './table.module.css'

export interface VirtualTableProps<Row> {
  /** accessible name */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** how many rows there are in all, loaded or not: the scroll bar stands for these */
  readonly count: number
  /** undefined while a row is not loaded yet */
  readonly rowAt: (index: number) => Row | undefined
  /** the last and the first row in view: a hint to load ahead, or there */
  readonly onReach: (lastIndex: number, firstIndex: number) => void
  readonly rowHeight: number
  readonly sorting?: Sorting | undefined
  /** Enter or a double click on a row */
  readonly onOpen?: ((row: Row, element: HTMLElement) => void) | undefined
  /** what is folded out below a row; rows are then measured one by one */
  readonly details?: ((row: Row) => ReactNode) | undefined
  readonly leastWidth?: number
  /** what stands in a row may take several lines; rows are then measured one by one */
  readonly wraps?: boolean
  readonly busy?: boolean
  /** another value (another filter or order) begins at the top again */
  readonly question?: string
}

/** So few rows are all kept in the page: the browser's own search then finds them. */
const FEW_ROWS = 120

/** A table of any length: only the rows in view are in the page; semantics and keyboard are those of a whole table. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { count, rowAt, onReach, rowHeight } = props
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const columns = useMemo(() => columnsThatFit(props.columns, width), [props.columns, width])
  const focus = useRowFocus(count, scroller, (index) => virtualizer.scrollToIndex(index))
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: count <= FEW_ROWS ? FEW_ROWS : 16,
    scrollPaddingStart: 40,
    // The row that holds the focus stays in the page, wherever one scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), focus.active])].filter((i) => i < count).sort((a, b) => a - b),
  })
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [props.question])
  const items = virtualizer.getVirtualItems()
  const { startIndex: first, endIndex: last } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => onReach(last, first), [last, first, onReach])

  return (
    <div ref={scroller} className={classes.scroller}>
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-busy={props.busy ?? false}
        className={classes.table}
        style={
          {
            '--table-tracks': columnTracks(columns),
            ...(props.leastWidth ? { '--table-least-width': `${props.leastWidth}px` } : {}),
          } as CSSProperties
        }
      >
        <TableHead columns={columns} sorting={props.sorting} />
        <div className={classes.space} style={{ height: virtualizer.getTotalSize() }} onKeyDown={focus.onKeyDown}>
          {items.map((item) => (
            <VirtualRow
              key={item.key}
              index={item.index}
              start={item.start}
              row={rowAt(item.index)}
              columns={columns}
              focusable={item.index === focus.active}
              onFocus={focus.setActive}
              onOpen={props.onOpen}
              details={props.details}
              measure={props.details || props.wraps ? virtualizer.measureElement : undefined}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
