import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { BatchProgress } from '../../shared/contract/statements/batch.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { readLogo } from '../billing/policies-store.ts'
import type { Database } from '../storage/database.ts'
import { forgetOrder, keepOrder, type BatchOrder } from './batch-order.ts'
import { clearArchivePapers } from './batch-archive.ts'
import { BatchPapers } from './batch-papers.ts'
import { issuedBy, shownPlace } from './batch-store.ts'
import { PRIVATE } from '../storage/durable-file.ts'
import { inTime } from '../storage/ordinary-folder.ts'
import { clearTemporary } from '../storage/temporary-files.ts'
import { issuedStatement, issueStatement } from './issued-store.ts'
import { PdfWriter } from './pdf-writer.ts'
import type { WrittenPaper } from './written-paper.ts'

/** Few enough that nothing else waits for long, enough that the disk is not asked too often. */
const ISSUED_AT_ONCE = 8
/** Each writes files of its own; more of them would take the window's own thread its time. */
const WRITERS = 2

/**
 * Issues statements of many packages and has them written as PDFs, a few at a time; can be cancelled in between. What
 * was asked for is kept beside the data until it is done: one that was broken off goes on where it ended, with the
 * numbers that it had issued, and writes the papers that are missing.
 */
export class StatementBatch {
  readonly #database: Database
  readonly #order: BatchOrder
  readonly #dataFolder: string
  #papers: BatchPapers | null = null
  #cancelled = false
  #numbers: ReadonlyMap<string, string> = new Map()
  #progress: BatchProgress

  constructor(database: Database, order: BatchOrder) {
    this.#database = database
    this.#order = order
    this.#dataFolder = dirname(database.file)
    this.#progress = {
      done: 0,
      total: order.refs.length,
      state: 'running',
      into: shownPlace(order),
      problem: null,
      missing: 0,
      papers: [],
      archive: null,
      drafts: null,
    }
  }

  get progress(): BatchProgress {
    return this.#progress
  }

  /** What was written, and where. */
  get written(): readonly WrittenPaper[] {
    return this.#papers?.written ?? []
  }

  cancel(): void {
    this.#cancelled = true
  }

  /** Runs to its end; never throws: what went wrong is in the progress. */
  async run(onProgress: (progress: BatchProgress) => void = () => undefined): Promise<void> {
    let writers: PdfWriter[] = []
    try {
      keepOrder(this.#dataFolder, this.#order)
      await inTime(mkdir(this.#order.folder, { recursive: true, mode: PRIVATE.folder }))
      clearTemporary(this.#order.folder)
      this.#numbers = await this.#database.read((db) => issuedBy(db, this.#order))
      const logo = await this.#database.read(readLogo)
      writers = Array.from({ length: this.#order.form === 'one' ? 1 : WRITERS }, () => new PdfWriter(logo))
      const papers = (this.#papers = new BatchPapers(this.#order, writers))
      await this.#writeAll(papers, onProgress)
      await this.#end(papers)
      forgetOrder(this.#dataFolder)
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      this.#progress = {
        ...this.#progress,
        state: 'failed',
        problem: say('statements.not_written_because', { problem }),
      }
    } finally {
      await Promise.all(writers.map((writer) => writer.end()))
      onProgress(this.#progress)
    }
  }

  async #writeAll(papers: BatchPapers, onProgress: (progress: BatchProgress) => void): Promise<void> {
    let writing: Promise<void> = Promise.resolve()
    let from = 0
    for (; from < this.#order.refs.length && !this.#cancelled; from += ISSUED_AT_ONCE) {
      const statements = await this.#issue(this.#order.refs.slice(from, from + ISSUED_AT_ONCE))
      await writing
      // Answers of the writers come in one go: whoever else waits has a turn in between.
      await setImmediate()
      this.#progress = { ...this.#progress, done: from }
      onProgress(this.#progress)
      // The next ones are read while these are written.
      writing = papers.write(statements)
      writing.catch(() => undefined)
    }
    await writing
    this.#progress = { ...this.#progress, done: Math.min(from, this.#order.refs.length) }
  }

  /** What was written before somebody cancelled stays, whole and listed; of a ZIP file there is then nothing. */
  async #end(papers: BatchPapers): Promise<void> {
    const zip = this.#order.form === 'zip'
    const placed = zip && this.#cancelled ? null : await papers.end(this.#dataFolder)
    if (zip) clearArchivePapers(this.#dataFolder)
    const written = papers.written.length
    this.#progress = {
      ...this.#progress,
      ...(placed ?? { into: '' }),
      drafts: placed && papers.drafts,
      // What was sold only after the day has nothing to state.
      ...(this.#cancelled ? { state: 'cancelled' } : { state: 'finished', done: written, total: written }),
    }
  }

  async #issue(refs: readonly string[]): Promise<Statement[]> {
    const { asOf, from, inWords, short, today, userId, now } = this.#order
    return this.#database.write(async (db) => {
      const statements: Statement[] = []
      for (const ref of refs) {
        const choice = { about: { of: 'package' as const, ref }, asOf, from, inWords, short, notes: false }
        const number = this.#numbers.get(ref)
        const issued = await (number === undefined
          ? issueStatement(db, { choice, today, userId, now })
          : issuedStatement(db, number))
        // A package that was sold only after the day has nothing to state.
        if (issued.ok) statements.push(issued.value)
      }
      return statements
    })
  }
}
