import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Statement } from '../../shared/contract/statements.ts'
import { temporaryName } from '../storage/temporary-files.ts'
import { statementPdf } from './statement-pdf.ts'

/**
 * What the worker is asked: to keep some statements for later, or to write a PDF of those that it keeps and of these
 * into a file that does not exist yet.
 */
export interface WriteRequest {
  readonly statements: readonly Statement[]
  /** null: only kept, so that no message is so long that it holds up who sends it */
  readonly file: string | null
}

/** What the worker is started with. */
export interface WriterData {
  readonly logo: Uint8Array | null
}

/** What it answers to each: null, or why the file could not be written. */
export type WriteAnswer = { readonly problem: string | null }

const { logo } = workerData as WriterData
const kept: Statement[] = []

parentPort?.on('message', (request: WriteRequest) => {
  void write(request).then((answer) => parentPort?.postMessage(answer))
})

async function write({ statements, file }: WriteRequest): Promise<WriteAnswer> {
  kept.push(...statements)
  if (file === null) return { problem: null }
  try {
    await writeWhole(file, await statementPdf(kept.splice(0), logo))
    return { problem: null }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Under its name only once it is whole: what a kill or a full disk cut off must not look like a paper. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already`)
  const fresh = temporaryName(file)
  try {
    await writeFile(fresh, bytes, { flag: 'wx', mode: 0o600 })
    await rename(fresh, file)
  } finally {
    await rm(fresh, { force: true })
  }
}
