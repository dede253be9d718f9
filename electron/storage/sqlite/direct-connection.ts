import type { Database as Sqlite } from 'better-sqlite3'

const connections = new WeakMap<object, Sqlite>()

/** Lets prepared readings on a database go to its connection directly: each step in between takes as long as SQLite. */
export function connectDirectly(db: object, connection: Sqlite): void {
  connections.set(db, connection)
}

/** The connection below a database; undefined where it is not known. */
export function directConnection(db: object): Sqlite | undefined {
  return connections.get(db)
}
