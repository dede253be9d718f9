import { parentPort, workerData } from 'node:worker_threads'
import { keptHead } from '../ledger/head-file.ts'
import { openDatabase } from '../storage/database.ts'
import { verifySchool, type Verification } from './verification.ts'

/** What the worker is started with. */
export interface VerificationTask {
  readonly dataFolder: string
}

const { dataFolder } = workerData as VerificationTask
const outsideHead = keptHead(dataFolder)
const database = await openDatabase(dataFolder)
try {
  const verification: Verification = await verifySchool(database, outsideHead)
  // A thread's port has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(verification)
} finally {
  await database.close()
}
