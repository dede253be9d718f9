import type { Database as Sqlite } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { insistOnDurability, openReader, openWriter } from './sqlite/connection.ts'
import { migrate } from './sqlite/migrate.ts'
import { connectDirectly } from './sqlite/direct-connection.ts'
import { StorageProblem } from './problem.ts'
import { withStatementCache } from './sqlite/statement-cache.ts'
import type { Tables } from './tables/tables.ts'

declare const reading: unique symbol
declare const writing: unique symbol

/** A database inside a read transaction: it can select, and nothing else, by type and by the connection's mode. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'getExecutor'> & {
  readonly [reading]: true
}

/** A database inside the one write transaction. Whatever takes a ReadDb takes it, too. */
export type WriteDb = Kysely<Tables> & { readonly [reading]: true; readonly [writing]: true }

/** The file's name inside a data folder. */
export const DATABASE_FILE = 'school.blocktime'

/** The open school: the only door to its data. */
export interface Database {
  readonly file: string
  /** Runs a reading in one snapshot. */
  read<T>(work: (db: ReadDb) => Promise<T>): Promise<T>
  /** Runs one unit of work in one transaction, one at a time; everything is undone where it throws. */
  write<T>(work: (db: WriteDb) => Promise<T>): Promise<T>
  /** Changes whenever another process or this one committed something. */
  version(): number
  /** How durable the writing connection is, read back from it. */
  durability(): Durability
  /** Writes a consistent copy while in use to a new file. */
  copyTo(file: string): Promise<void>
  /** What SQLite itself finds wrong with the file; slow on a big one. Empty where it is whole. */
  fileProblems(): string[]
  close(): Promise<void>
}

export interface Durability {
  readonly journalMode: string
  /** 2 is FULL */
  readonly synchronous: number
  readonly foreignKeys: number
  readonly recursiveTriggers: number
}

interface Side {
  readonly sqlite: Sqlite
  readonly kysely: Kysely<Tables>
}

/**
 * Opens (or makes) the school in a data folder and brings its schema up to date.
 * Throws a StorageProblem with a plain sentence where the file is damaged, locked, read-only, foreign or too new.
 */
export async function openDatabase(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, DATABASE_FILE)
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    const message = `${file} is a folder, where the data file should be.`
    throw new StorageProblem('storage', message, 'Move it away, or choose another data folder with --data.')
  }
  const writer = sideOf(openWriter(file))
  try {
    await migrate(file, writer.sqlite, writer.kysely)
    insistOnDurability(writer.sqlite)
  } catch (error) {
    await closed(writer)
    throw error
  }
  return databaseOver(file, writer, sideOf(openReader(file)))
}

function databaseOver(file: string, writer: Side, reader: Side): Database {
  const writes = oneAtATime()
  const reads = oneAtATime()
  return {
    file,
    read: (work) => reads(() => inTransaction(reader, 'begin', (db) => work(db as unknown as ReadDb))),
    write: (work) => writes(() => inTransaction(writer, 'begin immediate', (db) => work(db as WriteDb))),
    version: () => Number(reader.sqlite.pragma('data_version', { simple: true })),
    durability: () => ({
      journalMode: String(writer.sqlite.pragma('journal_mode', { simple: true })),
      synchronous: Number(writer.sqlite.pragma('synchronous', { simple: true })),
      foreignKeys: Number(writer.sqlite.pragma('foreign_keys', { simple: true })),
      recursiveTriggers: Number(writer.sqlite.pragma('recursive_triggers', { simple: true })),
    }),
    copyTo: async (copy) => void (await writer.sqlite.backup(copy)),
    fileProblems: () => {
      const rows = reader.sqlite.pragma('integrity_check') as { integrity_check: string }[]
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    },
    close: async () => {
      await reads(() => closed(reader))
      await writes(() => closed(writer))
    },
  }
}

function sideOf(sqlite: Sqlite): Side {
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withStatementCache(sqlite) }) })
  connectDirectly(kysely, sqlite)
  return { sqlite, kysely }
}

/** Kysely closes only what it has used, so the connection is closed besides; SQLite then takes its WAL back. */
async function closed(side: Side): Promise<void> {
  await side.kysely.destroy()
  side.sqlite.close()
}

/**
 * Kysely's own transactions are deferred, which fails beside another writer whatever the busy timeout says, and its
 * rollback hides the real error once SQLite has rolled back by itself (full disk).
 */
async function inTransaction<T>(side: Side, begin: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  side.sqlite.exec(begin)
  try {
    const result = await work(side.kysely)
    side.sqlite.exec('commit')
    return result
  } catch (error) {
    if (side.sqlite.inTransaction) side.sqlite.exec('rollback')
    throw error
  }
}

/** Lets one piece of work in at a time, in the order of asking. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
