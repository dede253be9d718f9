import type { Column, Table } from '../../documents/spreadsheet.ts'
import { tableOf } from '../../documents/spreadsheet.ts'
import { say } from '../../../shared/words/say.ts'

/** A column with the name that it has in JSON. */
export interface PersonColumn<Row> extends Column<Row> {
  readonly key: string
}

/** One kind of what is held of a person, as a table. */
export interface PersonSection {
  /** its name in JSON */
  readonly key: string
  readonly keys: readonly string[]
  readonly table: Table
}

/** A section from its rows. */
export function section<Row>(
  key: string,
  title: string,
  columns: readonly PersonColumn<Row>[],
  rows: readonly Row[],
): PersonSection {
  return { key, keys: columns.map((column) => column.key), table: tableOf(title, columns, rows) }
}

/** An instant of the database, UTC, as ISO 8601. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

export function yesNo(value: boolean): string {
  return say(value ? 'records.yes' : 'records.no')
}
