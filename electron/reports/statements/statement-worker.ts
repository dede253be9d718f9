import { writeFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import type { Statement } from '../../../shared/contract/statements.ts'
import { statementPdf } from '../pdf/statement-pdf.ts'

/** What the worker is asked: to write a PDF of some statements into a file that does not exist yet. */
export interface WriteRequest {
  readonly statements: readonly Statement[]
  readonly file: string
}

/** What it answers to each: null, or why the file could not be written. */
export type WriteAnswer = { readonly problem: string | null }

parentPort?.on('message', (request: WriteRequest) => {
  void write(request).then((answer) => parentPort?.postMessage(answer))
})

async function write({ statements, file }: WriteRequest): Promise<WriteAnswer> {
  try {
    await writeFile(file, await statementPdf(statements), { flag: 'wx' })
    return { problem: null }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
