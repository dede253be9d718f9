import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { Compilable, CompiledQuery } from 'kysely'
import type { ReadDb, WriteDb } from '../database.ts'
import { directConnection } from './direct-connection.ts'

/** Stands in a query for a value that each run brings. */
export type Slot = never

type Values<Name extends string> = Readonly<Record<Name, string | number>>

/**
 * A reading whose SQL is made once: building the text anew takes longer than SQLite takes to answer it. Meant for the
 * few readings that must be quick; `slots.NAME` stands for the value that `run(db, { NAME: … })` brings.
 */
export function prepared<Row, Name extends string>(
  names: readonly Name[],
  build: (db: ReadDb, slots: Readonly<Record<Name, Slot>>) => Compilable<Row>,
): (db: ReadDb, values: Values<Name>) => Promise<Row[]> {
  const marks = new Map(names.map((name) => [`\u0001${name}`, name]))
  const statements = new WeakMap<Sqlite, Statement>()
  let made: CompiledQuery<Row> | undefined
  return async (db, values) => {
    made ??= build(db, Object.fromEntries(names.map((name) => [name, `\u0001${name}`])) as Record<Name, Slot>).compile()
    const parameters = made.parameters.map((parameter) => {
      const name = typeof parameter === 'string' ? marks.get(parameter) : undefined
      return name === undefined ? parameter : values[name]
    })
    const connection = directConnection(db)
    if (!connection) return (await (db as WriteDb).executeQuery<Row>({ ...made, parameters })).rows
    let statement = statements.get(connection)
    if (!statement) statements.set(connection, (statement = connection.prepare(made.sql)))
    return statement.all(...parameters) as Row[]
  }
}
