import type { Database as Sqlite } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { mkdirSync, statSync } from 'node:fs'
import type { Database, ReadDb, Scratch, WriteDb } from '../database.ts'
import { PRIVATE } from '../durable-file.ts'
import { finishMoves } from '../moved-together.ts'
import { StorageProblem } from '../problem.ts'
import type { Tables } from '../tables/tables.ts'
import { beginWhenFree } from './begin-when-free.ts'
import { insistOnDurability, openReader, openWriter } from './connection.ts'
import { connectDirectly } from './direct-connection.ts'
import { durabilityOf } from './engine-state.ts'
import { insistOnOwnHeader } from './file-header.ts'
import { schoolFileIn } from './files.ts'
import { fileProblems } from './integrity.ts'
import { migrate } from './migrate.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { insistOnWhole, isLarge, isWhole } from './quick-check.ts'
import { insistOnSameFile } from './same-file.ts'
import { openScratch, scratchOn } from './scratch.ts'
import { asStorageProblem } from './sqlite-problem.ts'
import { withStatementCache } from './statement-cache.ts'

/** Pages of a copy at once: a copy in steps would begin anew with every commit in between. */
const EVERYTHING = 2 ** 31 - 1

interface Side {
  readonly sqlite: Sqlite
  readonly kysely: Kysely<Tables>
}

/**
 * Opens (or makes) the school in a data folder and brings its schema up to date.
 * @param check whether header and pages are looked at first; only where this process does not have it open
 * Throws a StorageProblem with a plain sentence where the file is damaged, locked, read-only, foreign or too new.
 */
export async function openDatabase(folder: string, { check = false } = {}): Promise<Database> {
  const file = schoolFileIn(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: PRIVATE.folder })
    finishMoves(folder)
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
      throw new StorageProblem('folder_in_place', { file })
    }
    if (check) insistOnOwnHeader(file)
    return await opened(file, check)
  } catch (error) {
    throw asStorageProblem(error, file)
  }
}

async function opened(file: string, check: boolean): Promise<Database> {
  const writer = sideOf(openWriter(file))
  let reader: Side | undefined
  try {
    if (check) insistOnWhole(file, writer.sqlite)
    await migrate(file, writer.sqlite, writer.kysely)
    insistOnDurability(writer.sqlite)
    // From here on it is waited for without holding this process up.
    writer.sqlite.pragma('busy_timeout = 0')
    reader = sideOf(openReader(file))
    return databaseOver(file, writer, reader)
  } catch (error) {
    if (reader) await closed(reader)
    await closed(writer)
    throw error
  }
}

function databaseOver(file: string, writer: Side, reader: Side): Database {
  const writes = oneAtATime()
  const reads = oneAtATime()
  const insistOnFile = insistOnSameFile(file)
  let trouble: StorageProblem | null = null
  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      const problem = asStorageProblem(error, file)
      // Writing on into a damaged file would make less of it good.
      if (problem instanceof StorageProblem && problem.failure.code === 'damaged') trouble ??= problem
      throw problem
    }
  }
  const write = <T>(work: (db: WriteDb) => Promise<T>) =>
    watched(async () => {
      const insist = () => {
        if (trouble) throw trouble
        insistOnFile()
      }
      insist()
      return inTransaction(writer, 'begin immediate', (db) => work(db as WriteDb), insist)
    })
  return {
    file,
    get trouble() {
      return trouble
    },
    stopWriting: (problem) => {
      trouble ??= problem
    },
    read: (work) => reads(() => watched(() => readIn(reader, work))),
    write: (work, patience) => writes(() => write(work), patience),
    alone: (work, patience) => writes(() => watched(work), patience),
    scratch: (tables, work) => watched(() => inScratch(file, tables, work)),
    version: async () => Number(reader.sqlite.pragma('data_version', { simple: true })),
    // Nobody tells: it is asked, which takes a fraction of a millisecond.
    heard: () => null,
    schema: async () => Number(reader.sqlite.pragma('user_version', { simple: true })),
    durability: async () => durabilityOf(writer.sqlite),
    settle: async () => void writer.sqlite.pragma('wal_checkpoint(TRUNCATE)'),
    copyTo: (copy) => watched(async () => void (await reader.sqlite.backup(copy, { progress: () => EVERYTHING }))),
    putAside: async () => [],
    fileProblems: () => fileProblems(file, reader.sqlite),
    isUnchecked: () => isLarge(file),
    isWhole: async () => isWhole(reader.sqlite),
    close: async () => {
      await reads(() => closed(reader))
      await writes(() => closed(writer))
    },
  }
}

/** A connection of its own, so that nothing waits for it. */
async function inScratch<T>(file: string, tables: readonly string[], work: (scratch: Scratch) => Promise<T>) {
  const side = sideOf(openScratch(file))
  try {
    return await inTransaction(
      side,
      'begin',
      (db) => work(scratchOn(side.sqlite, db, tables)),
      () => undefined,
    )
  } finally {
    await closed(side)
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
 * @param insist throws where what is written would not be found again; asked before the commit and before its answer
 */
async function inTransaction<T>(
  side: Side,
  begin: string,
  work: (db: Kysely<Tables>) => Promise<T>,
  insist: () => void,
): Promise<T> {
  await beginWhenFree(side.sqlite, begin)
  try {
    const result = await work(side.kysely)
    insist()
    side.sqlite.exec('commit')
    insist()
    return result
  } catch (error) {
    if (side.sqlite.inTransaction) side.sqlite.exec('rollback')
    throw error
  }
}

function readIn<T>(reader: Side, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return inTransaction(
    reader,
    'begin',
    (db) => work(db as unknown as ReadDb),
    () => undefined,
  )
}
