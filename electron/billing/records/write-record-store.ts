import { sql } from 'kysely'
import type { WriteDb } from '../../storage/database.ts'
import { insertRows } from '../../storage/insert-rows.ts'
import { mayReplace } from '../../storage/other-engine.ts'
import { refreshCustomerNames } from './customer-names-store.ts'
import type { RecordPart, RecordRow } from './record-document.ts'
import { recordedTable, type RecordTable } from './record-tables.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'

const ROWS_A_STATEMENT = 200

/**
 * Writes the rows that follow from a record: for recording and for making them again alike. Whatever reads the result
 * later may rely on it, so what a record of the past means never changes here.
 */
export async function writeRecord(db: WriteDb, parts: readonly RecordPart[]): Promise<void> {
  for (const { table, rows, instead } of parts) {
    if (instead) await removeOthers(db, table, instead)
    for (const part of inPartsOf(rows, ROWS_A_STATEMENT)) {
      if (recordedTable(table).changes) for (const row of part) await changeRow(db, table, row)
      else await writeRows(db, table, part)
    }
    if (table === 'customers')
      await refreshCustomerNames(
        db,
        rows.map(({ id }) => Number(id)),
      )
  }
}

async function removeOthers(
  db: WriteDb,
  table: RecordTable,
  { column, values }: NonNullable<RecordPart['instead']>,
): Promise<void> {
  if (values.length === 0) return
  await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(values)})`.execute(db)
}

async function writeRows(db: WriteDb, table: RecordTable, rows: readonly RecordRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const { key } = recordedTable(table)
  const columns = Object.keys(first)
  const replaces = mayReplace(db, table) ? key : []
  // A document holds values of columns; which they are, its table's declaration says.
  if (replaces.length === 0 || columns.some((column) => !key.includes(column)))
    return insertRows(db, table, rows as readonly never[], replaces as readonly never[])
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)} on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do nothing`.execute(db)
}

async function changeRow(db: WriteDb, table: RecordTable, row: RecordRow): Promise<void> {
  const { key } = recordedTable(table)
  const changed = Object.keys(row).filter((column) => !key.includes(column))
  const equal = (column: string) => sql`${sql.ref(column)} = ${row[column] ?? null}`
  await sql`
    update ${sql.table(table)} set ${sql.join(changed.map(equal))}
    where ${sql.join(key.map(equal), sql` and `)}`.execute(db)
}

/** Where a record speaks of somebody or something, so that its history is found without reading every document. */
export async function insertMentions(db: WriteDb, entry: number, parts: readonly RecordPart[]): Promise<void> {
  const mentions = new Map<string, { noun: string; subject: string; entry_number: number }>()
  for (const { table, rows, instead } of parts) {
    const { noun, subject } = recordedTable(table)
    const mention = (of: string) => mentions.set(`${noun} ${of}`, { noun, subject: of, entry_number: entry })
    if (instead && instead.column === subject) for (const value of instead.values) mention(String(value))
    for (const row of rows) mention(subject === null ? '' : String(row[subject]))
  }
  await insertRows(db, 'record_mentions', [...mentions.values()])
}
