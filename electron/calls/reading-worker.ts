import { parentPort, workerData } from 'node:worker_threads'
import { keptHead } from '../ledger/head-file.ts'
import { verifySchool } from '../reports/verification.ts'
import { openDatabase, type Database, type ReadDb } from '../storage/database.ts'
import { asStorageProblem, StorageProblem } from '../storage/problem.ts'
import { exportReadings } from './exports.ts'
import type { ReadingTask, ThreadAnswer } from './reading-threads.ts'
import { reportReadings } from './reports.ts'

const readings = { ...reportReadings, ...exportReadings }

/** The calls that read in a thread of their own. */
export type ReadingCall = keyof typeof readings

/** The reading belongs to the call by the map's type; TypeScript cannot follow that through a name. */
type Loose = (db: ReadDb, input: unknown) => Promise<unknown>

async function carryOut(database: Database, task: ReadingTask): Promise<unknown> {
  if (task.reading === 'verify') return verifySchool(database, task.outsideHead)
  const reading = readings[task.reading] as Loose
  return database.read((db) => reading(db, task.input))
}

async function answer(dataFolder: string, task: ReadingTask): Promise<ThreadAnswer> {
  let database: Database | undefined
  try {
    database = await openDatabase(dataFolder)
    return { value: await carryOut(database, task) }
  } catch (error) {
    const problem = asStorageProblem(error, dataFolder)
    if (problem instanceof StorageProblem) return { failure: problem.failure }
    throw error
  } finally {
    await database?.close()
  }
}

const { dataFolder, reading } = workerData as { dataFolder: string; reading: ReadingTask }
const task = reading.reading === 'verify' ? { ...reading, outsideHead: keptHead(dataFolder) } : reading
// A thread's port has no origin to name.
// eslint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await answer(dataFolder, task))
