import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Column, Sorting } from './column.ts'
import classes from './table.module.css'

/** The head of any table. A sortable column's head is a button across the whole cell. */
export function TableHead<Row>({
  columns,
  sorting,
}: {
  columns: readonly Column<Row>[]
  sorting?: Sorting | undefined
}) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" className={classes.row} aria-rowindex={1}>
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            className={classes.headCell}
            data-align={column.align}
            {...(column.sortable && sorting
              ? { 'aria-sort': sorting.by === column.id ? sorting.direction : ('none' as const) }
              : {})}
          >
            <HeadContent column={column} sorting={sorting} />
          </div>
        ))}
      </div>
    </div>
  )
}

function HeadContent<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting | undefined }) {
  if (column.headerHidden) return <VisuallyHidden>{column.header}</VisuallyHidden>
  if (!column.sortable || !sorting) return <span className={classes.headText}>{column.header}</span>
  const Arrow = sorting.direction === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <button type="button" className={classes.sort} onClick={() => sorting.change(column.id)}>
      <span>{column.header}</span>
      {sorting.by === column.id && <Arrow size={14} stroke={2} aria-hidden="true" />}
    </button>
  )
}
