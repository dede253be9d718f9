import SqliteDatabase from 'better-sqlite3'
import type { Database } from '../electron/storage/database.ts'

/** What the engine and the migrator keep for themselves. */
const OWN = /^(sqlite_|kysely_)|^package_search_/

/** The tables of a school's file, in order. */
export function tablesOf(database: Database): string[] {
  const raw = new SqliteDatabase(database.file, { readonly: true })
  const names = raw.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all()
  raw.close()
  return (names as string[]).filter((name) => !OWN.test(name)).toSorted()
}
