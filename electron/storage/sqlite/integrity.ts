import type { Database as Sqlite } from 'better-sqlite3'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { workerFile } from '../worker-file.ts'
import { integrityProblems } from './engine-state.ts'
import type { IntegrityAnswer } from './integrity-worker.ts'

/** Up to this size looking takes no longer than starting a thread for it. */
const LOOKED_AT_HERE = 8 * 1024 * 1024

/**
 * What SQLite finds wrong with a whole file. A large one is looked at in a thread of its own, so that whoever asks can
 * do other work meanwhile. Throws where the file cannot be read.
 */
export async function fileProblems(file: string, reader: Sqlite, here = LOOKED_AT_HERE): Promise<string[]> {
  if (statSync(file).size <= here) return integrityProblems(reader)
  // Loaded only here, and at once: a start does without it.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const worker = new Worker(workerFile('integrity-worker', import.meta.dirname), { workerData: file })
  try {
    const [answer] = (await once(worker, 'message')) as [IntegrityAnswer]
    if ('trouble' in answer) throw new Error(answer.trouble)
    return [...answer.problems]
  } finally {
    await worker.terminate()
  }
}
