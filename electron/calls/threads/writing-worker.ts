import { parentPort } from 'node:worker_threads'
import type { Failure, Outcome } from '../../../shared/failure.ts'
import { TooLarge } from '../../../shared/too-large.ts'
import type { Database, WriteDb } from '../../storage/database.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { StorageProblem } from '../../storage/problem.ts'
import { onlyOnce } from '../command-store.ts'
import { contract } from '../contract.ts'
import { tooLarge } from '../input-failure.ts'
import { kept } from '../kept-answer.ts'
import { threadWrites, type ThreadWrite, type ThreadWriteCall } from './thread-writes.ts'

/** What the thread is given to do: a command whose work goes on in it. */
export interface WriteTask {
  readonly dataFolder: string
  readonly write: ThreadWrite
}

/** How far something is that takes long. */
export interface Stage {
  readonly stage: string
  readonly done: number
  readonly total: number
}

/** The work belongs to the call by the map's type; TypeScript cannot follow that through a name. */
type Loose = (input: unknown, surroundings: object) => Promise<(db: WriteDb) => Promise<Outcome<unknown>>>

// What breaks the work ends the thread, which tells whoever waits for it.
parentPort?.once('message', (task: WriteTask) => void answer(task).then((value) => say({ value })))

/** Does the work of a command, once, in one transaction with its answer. */
async function answer({ dataFolder, write: { command, input } }: WriteTask): Promise<Outcome<unknown>> {
  const call = command.call as ThreadWriteCall
  const progress = (stage: string, done: number, total: number) => say({ soFar: { stage, done, total } })
  let database: Database | undefined
  try {
    const work = await (threadWrites[call] as Loose)(input, { command, progress })
    database = await openDatabase(dataFolder)
    return (await onlyOnce(database, command, async (db) => kept(await work(db), contract[call].output))).outcome
  } catch (error) {
    if (error instanceof StorageProblem) return failed(error.failure)
    if (error instanceof TooLarge) return failed(tooLarge(error))
    throw error
  } finally {
    await database?.close()
  }
}

function failed(failure: Failure): Outcome<never> {
  return { ok: false, failure }
}

function say(words: { readonly value: Outcome<unknown> } | { readonly soFar: Stage }): void {
  // A thread's port has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(words)
}
