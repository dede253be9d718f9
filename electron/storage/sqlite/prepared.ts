import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { Compilable, CompiledQuery } from 'kysely'
import type { ReadDb, WriteDb } from '../database.ts'
import { directConnection, namesSchema } from './direct-connection.ts'

/** Stands in a query for a value that each run brings. */
export type Slot = never

type Values<Name extends string> = Readonly<Record<Name, string | number | null>>
type Build<Row, Name extends string, Db> = (db: Db, slots: Readonly<Record<Name, Slot>>) => Compilable<Row>

/**
 * A reading whose SQL is made once: building the text anew takes longer than SQLite takes to answer it. Meant for the
 * few readings that must be quick; `slots.NAME` stands for the value that `run(db, { NAME: … })` brings.
 */
export function prepared<Row, Name extends string>(
  names: readonly Name[],
  build: Build<Row, Name, ReadDb>,
): (db: ReadDb, values: Values<Name>) => Promise<Row[]> {
  const once = madeOnce(names, build, false)
  return async (db, values) => {
    const { statement, parameters, made } = once(db, values)
    if (statement) return statement.all(...parameters) as Row[]
    return (await (db as WriteDb).executeQuery<Row>({ ...made, parameters })).rows
  }
}

/** As `prepared`, with each row as its values in the order of selecting: for hundreds of thousands of rows. */
export function preparedValues<Value extends readonly unknown[], Name extends string>(
  names: readonly Name[],
  build: Build<unknown, Name, ReadDb>,
): (db: ReadDb, values: Values<Name>) => Promise<Value[]> {
  const once = madeOnce(names, build, true)
  return async (db, values) => {
    const { statement, parameters, made } = once(db, values)
    if (statement) return statement.all(...parameters) as Value[]
    const { rows } = await (db as WriteDb).executeQuery<object>({ ...made, parameters } as CompiledQuery<object>)
    return rows.map((row) => Object.values(row) as unknown as Value)
  }
}

/** As `prepared`, for a change. */
export function preparedChange<Name extends string>(
  names: readonly Name[],
  build: Build<unknown, Name, WriteDb>,
): (db: WriteDb, values: Values<Name>) => Promise<void> {
  const once = madeOnce(names, build, false)
  return async (db, values) => {
    const { statement, parameters, made } = once(db, values)
    if (statement) statement.run(...parameters)
    else await db.executeQuery({ ...made, parameters })
  }
}

/** The SQL of a query, made at its first run; its statement on the connection where that is known. */
function madeOnce<Row, Name extends string, Db extends ReadDb>(
  names: readonly Name[],
  build: Build<Row, Name, Db>,
  raw: boolean,
) {
  const marks = new Map(names.map((name) => [`\u0001${name}`, name]))
  const sides = [sideOf<Row>(), sideOf<Row>()] as const
  return (db: Db, values: Values<Name>) => {
    const side = sides[namesSchema(db) ? 1 : 0]
    const made = (side.made ??= build(
      db,
      Object.fromEntries(names.map((name) => [name, `\u0001${name}`])) as Record<Name, Slot>,
    ).compile())
    const parameters = made.parameters.map((parameter) => {
      const name = typeof parameter === 'string' ? marks.get(parameter) : undefined
      return name === undefined ? parameter : values[name]
    })
    const connection = directConnection(db)
    if (!connection) return { made, parameters }
    let statement = side.statements.get(connection)
    if (!statement) {
      statement = connection.prepare(made.sql)
      side.statements.set(connection, raw ? statement.raw(true) : statement)
    }
    return { made, parameters, statement }
  }
}

function sideOf<Row>() {
  return { made: undefined as CompiledQuery<Row> | undefined, statements: new WeakMap<Sqlite, Statement>() }
}
