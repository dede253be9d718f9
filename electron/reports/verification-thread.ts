import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Verification } from './verification.ts'
import type { VerificationTask } from './verification-worker.ts'

/** A verification under way in a thread of its own, with its own connection: windows are answered meanwhile. */
export interface VerificationThread {
  readonly result: Promise<Verification>
  /** Ends it; the result is then refused. */
  stop(): Promise<void>
}

/** Begins a verification of the school in a data folder. The result throws where the file cannot be worked with. */
export function verifyInThread(dataFolder: string): VerificationThread {
  const task: VerificationTask = { dataFolder }
  const worker = new Worker(workerFile(), { workerData: task })
  const result = new Promise<Verification>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the verification was stopped')))
  })
  return { result, stop: async () => void (await worker.terminate()) }
}

/** Beside this file, or beside what was built from it. */
function workerFile(): string {
  const here = import.meta.dirname
  const places = [['verification-worker.ts'], ['verification-worker.js'], ['..', 'verification-worker.js']]
  const file = places.map((place) => join(here, ...place)).find((candidate) => existsSync(candidate))
  if (file === undefined) throw new Error('the worker of the verification is missing')
  return file
}
