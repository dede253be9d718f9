import SqliteDatabase, { type Database as Sqlite } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { ReadDb, Scratch, WriteDb } from '../database.ts'
import type { Tables } from '../tables/tables.ts'
import { connectDirectly } from './direct-connection.ts'
import { rowDifferences, shadowTables, wordDifferences } from './shadow-tables.ts'

/** On a disk, so that memory stays flat however large the school is; nothing of it outlives the connection. */
const PRAGMAS = [
  'temp_store = FILE',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'busy_timeout = 5000',
  'cache_size = -32000',
  'temp.cache_size = -32000',
  'temp.journal_mode = OFF',
  'temp.synchronous = OFF',
]

/** A connection that writes nothing but its temporary tables. */
export function openScratch(file: string): Sqlite {
  const sqlite = new SqliteDatabase(file, { readonly: true })
  for (const pragma of PRAGMAS) sqlite.pragma(pragma)
  return sqlite
}

/** Shadows tables in the transaction that a connection is in. */
export function scratchOn(sqlite: Sqlite, kysely: Kysely<Tables>, tables: readonly string[]): Scratch {
  shadowTables(sqlite, tables)
  const school = kysely.withSchema('main') as unknown as ReadDb
  connectDirectly(school, sqlite, 'main')
  return {
    db: kysely as WriteDb,
    school,
    differences: (table, but, most) => rowDifferences(sqlite, table, but, most),
    wordDifferences: (index, most) => wordDifferences(sqlite, index, most),
  }
}
