import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from './connection.ts'
import { integrityProblems } from './engine-state.ts'

/** What the thread answers: what is wrong with the file, or why it could not be looked at. */
export type IntegrityAnswer = { readonly problems: readonly string[] } | { readonly trouble: string }

function answer(file: string): IntegrityAnswer {
  try {
    const sqlite = openReader(file)
    try {
      return { problems: integrityProblems(sqlite) }
    } finally {
      sqlite.close()
    }
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(answer(workerData as string))
