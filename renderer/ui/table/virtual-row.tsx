import { memo, type KeyboardEvent, type ReactNode } from 'react'
import type { Column } from './column.ts'
import { TableCells } from './table-cells.tsx'
import classes from './table.module.css'

interface VirtualRowProps<Row> {
  readonly index: number
  readonly start: number
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly focusable: boolean
  readonly onFocus: (index: number) => void
  readonly onOpen?: ((row: Row, element: HTMLElement) => void) | undefined
  readonly details?: ((row: Row) => ReactNode) | undefined
  readonly measure?: ((element: HTMLElement | null) => void) | undefined
}

function Row<Row>(props: VirtualRowProps<Row>) {
  const { row, index, onOpen } = props
  const folded = row === undefined ? null : props.details?.(row)
  const openByKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget || row === undefined) return
    event.preventDefault()
    onOpen?.(row, event.currentTarget)
  }
  return (
    <div
      // What is not loaded yet has the height of a row. Measured otherwise, the places of all rows below would be
      // reckoned anew for each that passes: a tenth of a second a frame in a list of 200,000.
      ref={row === undefined ? undefined : props.measure}
      data-index={index}
      role="rowgroup"
      className={classes.item}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      <div
        role="row"
        aria-rowindex={index + 2}
        className={classes.row}
        data-body
        data-clickable={onOpen ? true : undefined}
        data-row={index}
        tabIndex={props.focusable ? 0 : -1}
        onFocus={() => props.onFocus(index)}
        onKeyDown={openByKey}
        onDoubleClick={(event) => row !== undefined && onOpen?.(row, event.currentTarget)}
      >
        <TableCells columns={props.columns} row={row} />
      </div>
      {folded && (
        <div role="row" className={classes.details}>
          <div role="cell" aria-colspan={props.columns.length}>
            {folded}
          </div>
        </div>
      )}
    </div>
  )
}

/** One row at its place in a long table. Not drawn again while only others move. */
export const VirtualRow = memo(Row) as typeof Row
