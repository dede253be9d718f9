import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Statement } from '../../shared/contract/statements.ts'
import { workerFile } from '../storage/worker-file.ts'
import type { Draft } from './draft.ts'
import type { WriteAnswer, WriteRequest, WriterData } from './statement-worker.ts'

/**
 * Writes PDFs, and what goes with them, in a thread of its own, one after the other, so that the window stays
 * responsive meanwhile. Each resolves once its file is written whole, and throws where it could not be.
 */
export class PdfWriter {
  readonly #worker: Worker

  /** @param logo of the school, a JPEG; null where it has none */
  constructor(logo: Uint8Array | null) {
    this.#worker = new Worker(workerFile('statement-worker', import.meta.dirname), {
      workerData: { logo } satisfies WriterData,
    })
  }

  /** Has the worker keep statements for the next PDF. */
  keep(statements: readonly Statement[]): Promise<void> {
    return this.#ask({ what: 'keep', statements })
  }

  /** A PDF of what is kept and of these. */
  write(statements: readonly Statement[], file: string): Promise<void> {
    return this.#ask({ what: 'pdf', statements, file })
  }

  mail(draft: Draft, date: Date, file: string): Promise<void> {
    return this.#ask({ what: 'mail', draft, date, file })
  }

  /** A ZIP file of these files of a folder. */
  archive(folder: string, names: readonly string[], date: Date, file: string): Promise<void> {
    return this.#ask({ what: 'archive', folder, names, date, file })
  }

  async #ask(request: WriteRequest): Promise<void> {
    const answered = once(this.#worker, 'message')
    this.#worker.postMessage(request)
    const [{ problem }] = (await answered) as [WriteAnswer]
    if (problem !== null) throw new Error(problem)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
