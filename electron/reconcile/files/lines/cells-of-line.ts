import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import { RECEIPT_FIELDS, type ReceiptField } from '../../../../shared/receipt-fields.ts'
import { placeOfName } from '../columns/unique-names.ts'

export type Fields = readonly string[]

/** A row of the file with its number. */
export interface FileLine {
  /** as a spreadsheet counts it */
  readonly row: number
  readonly fields: Fields
}

/** The place of each field's column; -1 where the file has none. */
export type Places = Readonly<Record<ReceiptField, number>>

/** Where the columns of a mapping stand in a file: by their names, or by their places. */
export function placesOf(columns: Mapping['columns'], names: readonly string[]): Places {
  const entries = RECEIPT_FIELDS.map((field) => [field, placeOfColumn(columns[field], names)])
  return Object.fromEntries(entries) as Record<ReceiptField, number>
}

/** The place of a column; -1 where the file has none of that name. */
export function placeOfColumn(column: string | null, names: readonly string[]): number {
  if (column === null) return -1
  const named = names.indexOf(column)
  if (named !== -1) return named
  const place = placeOfName(column)
  return place !== undefined && place < names.length ? place : -1
}

export function cellAt(fields: Fields, place: number): string {
  return (fields[place] ?? '').trim()
}
