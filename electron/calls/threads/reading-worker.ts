import { parentPort } from 'node:worker_threads'
import type { CallArguments } from '../../../shared/contract/index.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { FolderOrder } from '../../school/backups/automatic.ts'
import { keptHead } from '../../ledger/head-file.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { StorageProblem } from '../../storage/problem.ts'
import type { FileToRead } from '../reconcile/reconcile-file.ts'
import type { ReadingContext } from './reading.ts'
import { readingOf, type ReadingCall } from './readings.ts'
import { schoolToday } from '../school-today.ts'

/** What a thread is given to do: a call with its checked input, the exact
 * matches of a source, a file of payments to read, a backup to make or to put in place,
 * rows to be made anew, or a check. */
export interface ThreadTask {
  readonly dataFolder: string
  readonly now: Date
  readonly reading:
    | { readonly call: ReadingCall; readonly input: unknown }
    | { readonly exact: CallArguments<'reconcile.acceptExact'> }
    | { readonly file: FileToRead }
    | { readonly backup: FolderOrder }
    | { readonly lock: { readonly password: string } }
    | { readonly stage: { readonly file: string; readonly password: string | null } }
    | { readonly rebuild: 'backup' | 'rows' }
    | { readonly move: { readonly to: string; readonly shown: string } }
    | 'verification'
    | 'pages'
    | 'lastSeen'
}

/** What it answers: what the reading gave, or why the data file could not be read. */
export type ThreadAnswer = { readonly value: unknown } | { readonly failure: Failure }

/** What it says: first how far it is, at last its answer. */
export type ThreadMessage = ThreadAnswer | { readonly soFar: number }

/** The reading belongs to the call by its area; TypeScript cannot follow that through a name. */
type Loose = (context: ReadingContext, input: unknown) => Promise<unknown>

// What breaks a reading ends the thread, which tells whoever waits for it.
parentPort?.on('message', (task: ThreadTask) => void answer(task).then(tell))

function tell(message: ThreadMessage): void {
  // A thread's port has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(message)
}

function tellProgress(): (percent: number) => void {
  let told = -1
  return (percent) => {
    if (percent > told) tell({ soFar: (told = percent) })
  }
}

async function answer({ dataFolder, now, reading }: ThreadTask): Promise<ThreadAnswer> {
  // Nothing of the school is needed for it: whoever asks is writing at the moment.
  if (typeof reading === 'object' && 'file' in reading) {
    const { readChosen } = await import('../reconcile/reconcile-file.ts')
    return { value: await readChosen(reading.file) }
  }
  if (typeof reading === 'object' && 'lock' in reading) {
    const { makeKey } = await import('../../school/backups/encryption.ts')
    return { value: await makeKey(reading.lock.password) }
  }
  if (typeof reading === 'object' && 'stage' in reading) {
    const { stage } = await import('../../school/backups/restore.ts')
    return { value: await stage(dataFolder, reading.stage.file, reading.stage.password) }
  }
  let database: Database | undefined
  try {
    if (typeof reading === 'object' && 'move' in reading) {
      const { moveSchool } = await import('../../school/moving/move.ts')
      return { value: await moveSchool({ from: dataFolder, ...reading.move }, now) }
    }
    // Read before the snapshot is taken: an entry recorded in between must not look like a missing one.
    const outsideHead = keptHead(dataFolder)
    database = await openDatabase(dataFolder)
    if (reading === 'verification') {
      const { verifySchool } = await import('../../verification/verification.ts')
      return { value: await verifySchool(database, outsideHead, tellProgress()) }
    }
    if (reading === 'pages') return { value: await database.isWhole() }
    if (reading === 'lastSeen') {
      const { renewLastSeen } = await import('../../verification/renewed-copy.ts')
      return { value: await renewLastSeen(database, dataFolder) }
    }
    if ('rebuild' in reading) {
      const { backUpBefore, rebuildSchool } = await import('../../school/backups/rebuild.ts')
      const backup = reading.rebuild === 'backup'
      return {
        value: await (backup ? backUpBefore(database, now) : rebuildSchool(database, outsideHead, tellProgress())),
      }
    }
    if ('backup' in reading) {
      const { backUpInto } = await import('../../school/backups/automatic.ts')
      return { value: await backUpInto(database, reading.backup, now) }
    }
    return { value: await database.read(async (db) => readIn(await contextIn(db, now), reading)) }
  } catch (error) {
    if (error instanceof StorageProblem) return { failure: error.failure }
    throw error
  } finally {
    await database?.close()
  }
}

async function contextIn(db: ReadDb, now: Date): Promise<ReadingContext> {
  const { school, today } = await schoolToday(db, now)
  if (!school || !today) throw new Error('a reading of a signed-in user without a school')
  return { db, school, today, now }
}

async function readIn(
  context: ReadingContext,
  reading: Extract<ThreadTask['reading'], { readonly call: ReadingCall } | { readonly exact: unknown }>,
): Promise<unknown> {
  if ('call' in reading) return ((await readingOf(reading.call)) as Loose)(context, reading.input)
  const { exactPairs } = await import('../reconcile/reconcile-readings.ts')
  return exactPairs(context, reading.exact)
}
