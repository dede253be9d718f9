import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { Insertable } from 'kysely'
import type { WriteDb } from '../database.ts'
import type { Tables } from '../tables/tables.ts'
import { directConnection } from './direct-connection.ts'

const statements = new WeakMap<Sqlite, Map<string, Statement>>()

/**
 * Inserts rows of one table, all with the same columns, by a statement that is made once: building SQL for many rows
 * takes several times as long as SQLite takes to write them.
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
  const text = insertText(table, columns, replaces)
  const connection = directConnection(db)
  if (!connection) throw new Error('rows are inserted on a connection')
  const statement = statementOf(connection, text)
  for (const row of rows) statement.run(valuesOf(row, columns))
}

function valuesOf(row: object, columns: readonly string[]): unknown[] {
  const values = row as Readonly<Record<string, unknown>>
  return columns.map((column) => values[column] ?? null)
}

function insertText(table: string, columns: readonly string[], replaces: readonly string[]): string {
  const names = columns.map(quoted).join(', ')
  const text = `insert into ${quoted(table)} (${names}) values (${columns.map(() => '?').join(', ')})`
  if (replaces.length === 0) return text
  const others = columns.filter((column) => !replaces.includes(column))
  const changes = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
  return `${text} on conflict (${replaces.map(quoted).join(', ')}) do update set ${changes.join(', ')}`
}

function statementOf(connection: Sqlite, text: string): Statement {
  let kept = statements.get(connection)
  if (!kept) statements.set(connection, (kept = new Map()))
  let statement = kept.get(text)
  if (!statement) kept.set(text, (statement = connection.prepare(text)))
  return statement
}

function quoted(name: string): string {
  return `"${name}"`
}
