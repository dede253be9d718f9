import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../database.ts'
import type { Tables } from '../tables/tables.ts'
import { engineElsewhere } from '../other-engine.ts'
import { directConnection } from './direct-connection.ts'

const statements = new WeakMap<Sqlite, Map<string, Statement>>()

/** So many rows one statement takes; fewer are written one by one, which for a few is the quicker. */
const ROWS_AT_ONCE = [16, 1] as const

/**
 * Inserts rows of one table, all with the same columns, by statements that are made once: building SQL for many rows
 * takes several times as long as SQLite takes to write them. Many rows, some at once, take half the time of one by one.
 * @param replaces where a row of this key is there, its other columns take the new values
 */
export async function insertRows<Name extends keyof Tables>(
  db: WriteDb,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  replaces: readonly (keyof Tables[Name] & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const connection = directConnection(db)
  if (!connection) return engineElsewhere(db).insertRows(db, table, rows, replaces)
  const shape = `${table} ${columns.join()} ${replaces.join()}`
  let from = 0
  for (const atOnce of ROWS_AT_ONCE) {
    if (rows.length - from < atOnce) continue
    const statement = statementOf(connection, `${atOnce} ${shape}`, () => insertText(table, columns, replaces, atOnce))
    for (; rows.length - from >= atOnce; from += atOnce) statement.run(valuesOfRows(rows, columns, from, from + atOnce))
  }
}

/**
 * Changes columns of one row, by its key, with a statement that is made once for each set of columns. Throws where there
 * is no such row: a damaged file is not posted into.
 */
export async function updateRow<Name extends keyof Tables>(
  db: WriteDb,
  table: Name,
  key: Readonly<Partial<Record<keyof Tables[Name] & string, string | number>>>,
  changes: Updateable<Tables[Name]>,
): Promise<void> {
  const columns = Object.keys(changes)
  if (columns.length === 0) return
  const connection = directConnection(db)
  if (!connection)
    return engineElsewhere(db).updateRow(db, table, key as Readonly<Record<string, string | number>>, changes)
  const keys = Object.keys(key)
  const equal = (column: string) => `${quoted(column)} = ?`
  const text = () =>
    `update ${quoted(table)} set ${columns.map(equal).join(', ')} where ${keys.map(equal).join(' and ')}`
  const statement = statementOf(connection, `${table} set ${columns.join()} ${keys.join()}`, text)
  const { changes: changed } = statement.run(...valuesOf(changes, columns), ...valuesOf(key, keys))
  if (changed !== 1) throw new Error(`${table} has no row ${valuesOf(key, keys).join(', ')}`)
}

/** The values of some of the rows, one row after the other. */
function valuesOfRows(rows: readonly object[], columns: readonly string[], from: number, until: number): unknown[] {
  const values: unknown[] = []
  for (let place = from; place < until; place++) {
    const row = rows[place] as Readonly<Record<string, unknown>>
    for (const column of columns) values.push(row[column] ?? null)
  }
  return values
}

function valuesOf(row: object, columns: readonly string[]): unknown[] {
  const values = row as Readonly<Record<string, unknown>>
  return columns.map((column) => values[column] ?? null)
}

/** An insertion of so many rows, whose values its marks take in the order of the columns, row by row. */
export function insertText(table: string, columns: readonly string[], replaces: readonly string[], rows = 1): string {
  const names = columns.map(quoted).join(', ')
  const row = `(${columns.map(() => '?').join(', ')})`
  const text = `insert into ${quoted(table)} (${names}) values ${Array<string>(rows).fill(row).join(', ')}`
  if (replaces.length === 0) return text
  const others = columns.filter((column) => !replaces.includes(column))
  const changes = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
  return `${text} on conflict (${replaces.map(quoted).join(', ')}) do update set ${changes.join(', ')}`
}

/** @param shape what the text is made from, which is quicker to say than the text */
function statementOf(connection: Sqlite, shape: string, text: () => string): Statement {
  let kept = statements.get(connection)
  if (!kept) statements.set(connection, (kept = new Map()))
  let statement = kept.get(shape)
  if (!statement) kept.set(shape, (statement = connection.prepare(text())))
  return statement
}

function quoted(name: string): string {
  return `"${name}"`
}
