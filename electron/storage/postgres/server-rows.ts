import type { OtherEngine } from '../other-engine.ts'
import { sideOf } from './side-of.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'

const MOST_ROWS = 2_000

/** Many rows as one array a column: one statement, whose text depends on the columns only. */
export const insertRows: OtherEngine['insertRows'] = async (db, table, rows, replaces) => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const side = sideOf(db)
  const arrays = columns.map((column, place) => `$${place + 1}::${typeOf(db, table, column)}[]`)
  const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')})
    select * from unnest(${arrays.join(', ')}) ${onConflict(columns, replaces)}`
  const name = planName(side.plans, `insert ${table} ${columns.join()} ${replaces.join()}`)
  for (const part of inPartsOf(rows as readonly Readonly<Record<string, unknown>>[], MOST_ROWS)) {
    const values = columns.map((column) => part.map((row) => row[column] ?? null))
    await side.connection.ask({ name, text, values })
  }
}

function onConflict(columns: readonly string[], replaces: readonly string[]): string {
  if (replaces.length === 0) return ''
  const others = columns.filter((column) => !replaces.includes(column))
  const changes = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
  return `on conflict (${replaces.map(quoted).join(', ')}) do update set ${changes.join(', ')}`
}

export const updateRow: OtherEngine['updateRow'] = async (db, table, key, changes) => {
  const columns = Object.keys(changes)
  if (columns.length === 0) return
  const side = sideOf(db)
  const keys = Object.keys(key)
  const equal = (column: string, mark: number) => `${quoted(column)} = $${mark}::${typeOf(db, table, column)}`
  const set = columns.map((column, place) => equal(column, place + 1))
  const where = keys.map((column, place) => equal(column, columns.length + place + 1))
  const text = `update ${quoted(table)} set ${set.join(', ')} where ${where.join(' and ')}`
  const name = planName(side.plans, `update ${table} ${columns.join()} ${keys.join()}`)
  const given = changes as Readonly<Record<string, unknown>>
  const values = [...columns.map((column) => given[column] ?? null), ...Object.values(key)]
  const { rowCount } = await side.connection.ask({ name, text, values })
  if (rowCount !== 1) throw new Error(`${table} has no row ${Object.values(key).join(', ')}`)
}

function typeOf(db: object, table: string, column: string): string {
  const type = sideOf(db).columns.types.get(table)?.get(column)
  if (type === undefined) throw new Error(`${table} has no column ${column}`)
  return type
}

const names = new Map<string, number>()

/** A short name for a plan: the server cuts long ones off. */
export function planName(plans: number, shape: string): string {
  let number = names.get(shape)
  if (number === undefined) names.set(shape, (number = names.size))
  return `p${plans}_${number}`
}

export function quoted(name: string): string {
  return `"${name}"`
}
