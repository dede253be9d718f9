import { useRef, type CSSProperties } from 'react'
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
  const table = useRef<HTMLDivElement>(null)
  const width = useWidth(table)
  const shown = columnsThatFit(columns, width)
  return (
    <div
      ref={table}
      role="table"
      aria-label={label}
      className={classes.plain}
      style={{ '--table-tracks': columnTracks(shown) } as CSSProperties}
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
}
