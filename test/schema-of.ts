import SqliteDatabase from 'better-sqlite3'
import { dirname } from 'node:path'
import type { Database } from '../electron/storage/database.ts'
import { serverOf } from '../electron/storage/server-folder.ts'
import { asSql } from './postgres/server.ts'

/** What the engine and the migrator keep for themselves. */
const OWN = /^(sqlite_|kysely_)|^package_search_/

/** The tables of a school's file, in order. */
export function tablesOf(database: Database): string[] {
  const address = serverOf(dirname(database.file))
  if (address !== null) return tablesOn(address)
  const raw = new SqliteDatabase(database.file, { readonly: true })
  const names = raw.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all()
  raw.close()
  return (names as string[]).filter((name) => !OWN.test(name)).toSorted()
}

/** The same of one on a server, without what that engine keeps for itself. */
function tablesOn(address: string): string[] {
  const { port, pathname } = new URL(address)
  const text = `select tablename from pg_tables where schemaname = 'blocktime'
    and tablename not in ('writer', 'write_marks')`
  return asSql({ port: Number(port) }, pathname.slice(1), text)
    .trim()
    .split('\n')
    .toSorted()
}
