import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../../migrations/index.ts'
import { millisecondsSince } from '../../log/milliseconds.ts'
import { log } from '../../log/program-log.ts'
import type { Database, Durability, ReadDb, WriteDb } from '../database.ts'
import { PRIVATE } from '../durable-file.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { StorageProblem } from '../problem.ts'
import { readAddress, type ServerAddress } from './address.ts'
import { copyToFile } from './copy-to-file.ts'
import { migrateServer } from './migrate-server.ts'
import { configOf, ServerConnection } from './server-connection.ts'
import { ServerListener, telling } from './server-listener.ts'
import { asServerProblem, isAway } from './server-problem.ts'
import { KEPT } from './replace-school.ts'
import { scratchOn } from './server-scratch.ts'
import { openSide } from './server-side.ts'
import { readOnce, written } from './server-transaction.ts'
import type { Side } from './side-of.ts'

const MOST_ATTEMPTS = 8

/**
 * Opens (or makes) the school at a server's address, and brings its schema up to date where who signs in owns it.
 * @param folder the desk's own folder beside it
 * @param making whether a school is made where there is none
 * Throws a StorageProblem with a plain sentence where it cannot be reached, entered, trusted or worked with.
 */
export async function openServer(folder: string, text: string, making: boolean): Promise<Database> {
  const address = readAddress(text)
  if (typeof address === 'string') throw new StorageProblem('server_address', { folder, name: 'server.json' })
  mkdirSync(folder, { recursive: true, mode: PRIVATE.folder })
  // A connection that is lost while it is being opened is opened again.
  for (let attempt = 1; ; attempt++) {
    try {
      return await openedAt(folder, address, making)
    } catch (error) {
      if (attempt >= MOST_ATTEMPTS || !isAway(error)) throw asServerProblem(error, address)
    }
  }
}

async function openedAt(folder: string, address: ServerAddress, making: boolean): Promise<Database> {
  const login = new ServerConnection(address, null)
  try {
    await login.insist()
    const began = performance.now()
    const from = await migrateServer(login, making)
    if (from !== null) log(folder, { event: 'migrated', from, to: migrations.length, ms: millisecondsSince(began) })
  } finally {
    await login.close()
  }
  return opened(folder, address)
}

async function opened(folder: string, address: ServerAddress): Promise<Database> {
  const writer = await openSide(address)
  try {
    const reader = await openSide(address)
    return databaseOver(folder, writer, reader)
  } catch (error) {
    await writer.connection.close()
    throw error
  }
}

function databaseOver(folder: string, writer: Side, reader: Side): Database {
  const writes = oneAtATime()
  const reads = oneAtATime()
  const { address } = writer.connection
  const listener = new ServerListener(
    () => configOf(address),
    (proof) => reads(() => told(reader, proof)),
  )
  const troubles = watchingTroubles()
  const { insist, watched } = troubles
  const read = <T>(work: (db: ReadDb) => Promise<T>) =>
    reads(() => watched(() => readOnce(reader, () => work(reader.db as unknown as ReadDb))))
  return {
    // Where the file would lie if the folder kept the school: by it everything beside it is found.
    file: join(folder, 'school.blocktime'),
    get trouble() {
      return troubles.first()
    },
    stopWriting: troubles.note,
    read,
    write: (work, patience) =>
      writes(
        () =>
          watched(async () => {
            insist()
            return written(writer, () => work(writer.db as WriteDb), insist)
          }),
        patience,
      ),
    alone: (work, patience) => writes(() => watched(work), patience),
    scratch: (tables, work) => watched(() => inScratch(address, async (side) => work(await scratchOn(side, tables)))),
    version: () => reads(() => readOnce(reader, async () => reader.seen.version)),
    heard: () => listener.heard(),
    schema: () => reads(() => readOnce(reader, () => schemaOf(reader))),
    durability: () => reads(() => durabilityOf(reader)),
    // What was replaced is the server's to clear away.
    settle: async () => undefined,
    copyTo: (file) => watched(() => onSideOf(address, (side) => readOnce(side, () => copyToFile(side, file)))),
    putAside: () => reads(() => watched(() => readOnce(reader, () => schoolsPutAside(reader)))),
    // The server's own checks are made where it runs; what a desk can check of the data is `verify`.
    fileProblems: async () => [],
    isUnchecked: () => false,
    isWhole: async () => true,
    close: async () => {
      await listener.close()
      await reads(() => reader.connection.close())
      await writes(() => writer.connection.close())
    },
  }
}

/** Everybody may read how schemas are called; what is in these only their owner. */
async function schoolsPutAside({ connection }: Side): Promise<string[]> {
  const found = await connection.run(`select nspname from pg_namespace where nspname like '${KEPT}%' order by nspname`)
  return found.map((row) => String(row['nspname']))
}

/** Keeps the first thing that stops the writing. */
function watchingTroubles() {
  let trouble: StorageProblem | null = null
  const note = (problem: StorageProblem) => {
    trouble ??= problem
  }
  return {
    first: () => trouble,
    note,
    insist: () => {
      if (trouble) throw trouble
    },
    watched: async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await work()
      } catch (error) {
        // A desk that is not let in any more is opened anew, which asks for the password.
        const stops =
          error instanceof StorageProblem && (error.failure.code === 'damaged' || error.kind === 'server_login')
        if (stops) note(error)
        throw error
      }
    },
  }
}

/** Tells all desks something beside the ledger: whether they hear at all. */
async function told({ connection }: Side, what: string): Promise<void> {
  await connection.insist()
  await connection.run(telling(what))
}

/** A connection of its own, so that nothing waits for it. */
async function onSideOf<T>(address: ServerAddress, work: (side: Side) => Promise<T>): Promise<T> {
  const side = await openSide(address)
  try {
    return await work(side)
  } finally {
    await side.connection.close()
  }
}

/** Shadows are tables, so the snapshot is not for reading only; the role of a desk writes nothing that lasts here. */
function inScratch<T>(address: ServerAddress, work: (side: Side) => Promise<T>): Promise<T> {
  return onSideOf(address, (side) => readOnce(side, () => work(side), 'read write'))
}

async function schemaOf({ connection }: Side): Promise<number> {
  const [row] = await connection.run('select schema_version from writer')
  return Number(row?.['schema_version'])
}

async function durabilityOf({ connection }: Side): Promise<Durability> {
  await connection.insist()
  const [row] = await connection.run(`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as waits`)
  const durable = row?.['fsync'] === 'on' && row['pages'] === 'on' && row['waits'] !== 'off'
  return { journalMode: 'server', synchronous: durable ? 2 : 0, foreignKeys: 1, recursiveTriggers: 1 }
}
