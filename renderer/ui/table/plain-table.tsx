import type { CSSProperties } from 'react'
import { columnTracks, type Column } from './column.ts'
import { TableCells } from './table-cells.tsx'
import { TableHead } from './table-head.tsx'
import classes from './table.module.css'

interface PlainTableProps<Row> {
  /** accessible name */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
}

/** A short table in the flow of its page: all rows are there. */
export function PlainTable<Row>({ label, columns, rows, rowKey }: PlainTableProps<Row>) {
  return (
    <div
      role="table"
      aria-label={label}
      className={classes.plain}
      style={{ '--table-tracks': columnTracks(columns) } as CSSProperties}
    >
      <TableHead columns={columns} />
      <div role="rowgroup">
        {rows.map((row) => (
          <div key={rowKey(row)} role="row" className={classes.row} data-body>
            <TableCells columns={columns} row={row} />
          </div>
        ))}
      </div>
    </div>
  )
}
