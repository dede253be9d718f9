import type { Database as Sqlite } from 'better-sqlite3'

const connections = new WeakMap<object, Sqlite>()
const besideShadows = new WeakSet<object>()

/**
 * Lets prepared readings on a database go to its connection directly: each step in between takes as long as SQLite.
 * @param schema said where its tables have shadows on the connection and it means the ones in the file
 */
export function connectDirectly(db: object, connection: Sqlite, schema?: 'main'): void {
  connections.set(db, connection)
  if (schema) besideShadows.add(db)
}

/** The connection below a database; undefined where it is not known. */
export function directConnection(db: object): Sqlite | undefined {
  return connections.get(db)
}

/** Whether SQL for this database names the file's tables, past the shadows. */
export function namesSchema(db: object): boolean {
  return besideShadows.has(db)
}
