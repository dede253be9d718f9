import { useRef, type CSSProperties } from 'react'
import { say } from '../../../shared/words/say.ts'
import { columnsThatFit } from './columns-that-fit.ts'
import { columnTracks, type Column } from './column.ts'
import { TableCells } from './table-cells.tsx'
import { TableHead } from './table-head.tsx'
import classes from './table.module.css'
import { useWidth } from './use-width.ts'

interface PlainTableProps<Row> {
  /** accessible name */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
}

/** A short table in the flow of its page: all rows are there. */
export function PlainTable<Row>({ label, columns, rows, rowKey }: PlainTableProps<Row>) {
  const room = useRef<HTMLDivElement>(null)
  const width = useWidth(room)
  const shown = columnsThatFit(columns, width)
  const own = useRef<HTMLDivElement>(null)
  // Wider than its room: then the arrow keys move it, too.
  const scrolls = (useWidth(own) ?? 0) > (width ?? Infinity)
  const table = (
    <div
      ref={own}
      role="table"
      aria-label={label}
      className={classes.plain}
      style={{ '--table-tracks': columnTracks(shown.map(wholeAmounts)) } as CSSProperties}
    >
      <TableHead columns={shown} />
      <div role="rowgroup">
        {rows.map((row) => (
          <div key={rowKey(row)} role="row" className={classes.row} data-body>
            <TableCells columns={shown} row={row} />
          </div>
        ))}
      </div>
    </div>
  )
  return (
    <div
      ref={room}
      className={classes.plainRoom}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': say('ui.table_scrolls', { label }) } : {})}
    >
      {table}
    </div>
  )
}

/** All rows share the tracks of the table, so that what stands at the end of a cell, an amount, is never cut. */
function wholeAmounts({ width, align }: Pick<Column<never>, 'width' | 'align'>): { readonly width: string } {
  return { width: align === 'end' && /^\d+px$/.test(width) ? `minmax(${width}, max-content)` : width }
}
