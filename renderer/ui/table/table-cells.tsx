import type { Column } from './column.ts'
import classes from './table.module.css'

/** The cells of one row; without a row yet, the grey places where they will be: plain ones, for a moving scroll bar passes hundreds a frame. */
export function TableCells<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row | undefined }) {
  return columns.map((column) => (
    <div key={column.id} role="cell" className={classes.cell} data-align={column.align}>
      {row === undefined ? <span className={classes.unread} /> : column.cell(row)}
    </div>
  ))
}
