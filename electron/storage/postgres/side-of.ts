import type { Kysely } from 'kysely'
import type { Tables } from '../tables/tables.ts'
import type { SchemaColumns } from './schema-columns.ts'
import type { ServerConnection } from './server-connection.ts'

/** A connection with everything that works on it. */
export interface Side {
  readonly connection: ServerConnection
  readonly db: Kysely<Tables>
  /** the same past the shadows: the school's own tables */
  readonly school: Kysely<Tables>
  readonly columns: SchemaColumns
  /** the state of the school that the transaction sees, and how often others have written into it */
  seen: { version: number; others: number }
  /** part of the name of each plan that the server keeps: another one where the same names mean other tables */
  plans: number
  /** whether the server passes on what is told to all desks; undefined until it was tried */
  tells?: boolean
}

const sides = new WeakMap<object, Side>()

/** Says whose side a database that is handed out belongs to. */
export function standsOn(db: object, side: Side): void {
  sides.set(db, side)
}

/** The side of a database that was handed out. */
export function sideOf(db: object): Side {
  const side = sides.get(db)
  if (!side) throw new Error('the database is none of a server')
  return side
}
