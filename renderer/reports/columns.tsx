import type { Cents } from '../../shared/money.ts'
import { Money } from '../ui/money.tsx'
import type { Column } from '../ui/table/column.ts'

/** A column of money. */
export function moneyColumn<Row>(id: string, header: string, amount: (row: Row) => Cents): Column<Row> {
  return { id, header, width: '86px', least: 86, align: 'end', cell: (row) => <Money amount={amount(row)} /> }
}

/** A column of plain text that takes the room there is. */
export function textColumn<Row>(id: string, header: string, text: (row: Row) => string, width?: string): Column<Row> {
  return {
    id,
    header,
    width: width ?? 'minmax(120px, 1fr)',
    ...(width === undefined ? { least: 120 } : {}),
    cell: text,
  }
}

/** A column of a count. */
export function countColumn<Row>(id: string, header: string, count: (row: Row) => number): Column<Row> {
  return { id, header, width: '70px', least: 70, align: 'end', cell: (row) => String(count(row)) }
}
