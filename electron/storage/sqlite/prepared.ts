import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { Compilable, CompiledQuery } from 'kysely'
import type { ReadDb } from '../database.ts'
import { engineElsewhere, type PreparedReading } from '../other-engine.ts'
import { directConnection, namesSchema } from './direct-connection.ts'
import { withConstants } from './with-constants.ts'

/** Stands in a query for a value that each run brings. */
export type Slot = never

type Values<Name extends string> = Readonly<Record<Name, string | number>>
type Build<Row, Name extends string> = (db: ReadDb, slots: Readonly<Record<Name, Slot>>) => Compilable<Row>

/** A text that is made once, which of the values each of its marks takes, and its statement on each connection. */
interface Made<Name extends string> {
  readonly text: string
  readonly order: readonly Name[]
  readonly statements: WeakMap<Sqlite, Statement>
}

/**
 * A reading whose SQL is made once: building the text anew takes longer than SQLite takes to answer it. Meant for the
 * readings that must be quick; `slots.NAME` stands for the value that `run(db, { NAME: … })` brings.
 */
export function prepared<Row, Name extends string>(
  names: readonly Name[],
  build: Build<Row, Name>,
): (db: ReadDb, values: Values<Name>) => Promise<Row[]> {
  const run = madeOnce(names, build, false)
  return async (db, values) => run(db, values)
}

/** As `prepared`, with each row as its values in the order of selecting: for hundreds of thousands of rows. */
export function preparedValues<Value extends readonly unknown[], Name extends string>(
  names: readonly Name[],
  build: Build<unknown, Name>,
): (db: ReadDb, values: Values<Name>) => Promise<Value[]> {
  const run = madeOnce<unknown, Name, Value>(names, build, true)
  return async (db, values) => run(db, values)
}

/**
 * Answers the rows at once where the connection below a database is in this process, otherwise by its own engine.
 * What names its tables beside shadows on the same connection has a text of its own.
 */
function madeOnce<Row, Name extends string, Answer = Row>(
  names: readonly Name[],
  build: Build<Row, Name>,
  raw: boolean,
) {
  const marks = new Map(names.map((name) => [`\u0001${name}`, name]))
  const slots = Object.fromEntries(names.map((name) => [name, `\u0001${name}`])) as Record<Name, Slot>
  const reading: PreparedReading = { marks, build: (db) => build(db, slots) }
  const nameOf = (parameter: unknown) => (typeof parameter === 'string' ? marks.get(parameter) : undefined)
  const texts: { shadows?: Made<Name>; file?: Made<Name> } = {}
  return (db: ReadDb, values: Values<Name>): Answer[] | Promise<Answer[]> => {
    const connection = directConnection(db)
    if (!connection) return engineElsewhere(db).run(db, reading, values, raw) as Promise<Answer[]>
    const made = (texts[namesSchema(db) ? 'file' : 'shadows'] ??= madeOf(build(db, slots).compile(), nameOf))
    let statement = made.statements.get(connection)
    if (!statement) made.statements.set(connection, (statement = connection.prepare(made.text).raw(raw)))
    return statement.all(...made.order.map((name) => values[name])) as Answer[]
  }
}

function madeOf<Name extends string>(
  { sql, parameters }: CompiledQuery,
  nameOf: (parameter: unknown) => Name | undefined,
): Made<Name> {
  return {
    text: withConstants(sql, (place) => (nameOf(parameters[place]) === undefined ? [parameters[place]] : null)),
    order: parameters.flatMap((parameter) => nameOf(parameter) ?? []),
    statements: new WeakMap(),
  }
}
