import SqliteDatabase from 'better-sqlite3'

/** Something that one process alone may do in a folder. The system lets go of it, however the process ends. */
export interface HeldLock {
  release(): void
}

/** Takes the lock of a file; null where another process holds it, or the folder cannot be written. */
export function takeLock(file: string): HeldLock | null {
  let database: SqliteDatabase.Database | undefined
  try {
    database = new SqliteDatabase(file, { timeout: 0 })
    database.exec('begin exclusive')
    const held = database
    return { release: () => void held.close() }
  } catch {
    database?.close()
    return null
  }
}
