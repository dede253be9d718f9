import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Statement } from '../../../shared/contract/statements.ts'
import type { WriteAnswer, WriteRequest } from './statement-worker.ts'

/** Writes PDFs in a thread of its own, one after the other, so that the window stays responsive meanwhile. */
export class PdfWriter {
  readonly #worker = new Worker(workerFile())

  /** Resolves once the file is written; throws where it could not be. */
  async write(statements: readonly Statement[], file: string): Promise<void> {
    const request: WriteRequest = { statements, file }
    const answered = once(this.#worker, 'message')
    this.#worker.postMessage(request)
    const [{ problem }] = (await answered) as [WriteAnswer]
    if (problem !== null) throw new Error(problem)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** Beside this file, or beside what was built from it. */
function workerFile(): string {
  const here = import.meta.dirname
  const candidates = [
    join(here, 'statement-worker.ts'),
    join(here, 'statement-worker.js'),
    join(here, '..', 'statement-worker.js'),
  ]
  const file = candidates.find((candidate) => existsSync(candidate))
  if (file === undefined) throw new Error('the worker of the statements is missing')
  return file
}
