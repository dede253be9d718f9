import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BatchProgress, Statement } from '../../../shared/contract/statements.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Database } from '../../storage/database.ts'
import { statementFileName } from './file-name.ts'
import { issueStatement } from './issued-store.ts'
import { PdfWriter } from './pdf-writer.ts'

/** Few enough that nothing else waits for long, enough that the disk is not asked too often. */
const ISSUED_AT_ONCE = 8

export interface BatchOrder {
  /** customer packages */
  readonly refs: readonly string[]
  readonly asOf: BusinessDate | null
  readonly inWords: boolean
  readonly form: 'one' | 'folder'
  /** a folder; made where it does not exist */
  readonly folder: string
  readonly today: BusinessDate
  /** null: by the command line */
  readonly userId: number | null
  readonly now: Date
}

/** Issues statements of many packages and has them written as PDFs, a few at a time; can be cancelled in between. */
export class StatementBatch {
  readonly #database: Database
  readonly #order: BatchOrder
  readonly #issued: { statement: Statement; file: string }[] = []
  #cancelled = false
  #progress: BatchProgress

  constructor(database: Database, order: BatchOrder) {
    this.#database = database
    this.#order = order
    this.#progress = { done: 0, total: order.refs.length, state: 'running', into: order.folder, problem: null }
  }

  get progress(): BatchProgress {
    return this.#progress
  }

  /** What was written, and where. */
  get issued(): readonly { statement: Statement; file: string }[] {
    return this.#issued
  }

  cancel(): void {
    this.#cancelled = true
  }

  /** Runs to its end; never throws: what went wrong is in the progress. */
  async run(onProgress: (progress: BatchProgress) => void = () => undefined): Promise<void> {
    let writer: PdfWriter | undefined
    let writing: Promise<void> = Promise.resolve()
    try {
      mkdirSync(this.#order.folder, { recursive: true })
      writer = new PdfWriter()
      let from = 0
      for (; from < this.#order.refs.length && !this.#cancelled; from += ISSUED_AT_ONCE) {
        const statements = await this.#issue(this.#order.refs.slice(from, from + ISSUED_AT_ONCE))
        await writing
        this.#progress = { ...this.#progress, done: from }
        onProgress(this.#progress)
        // The next ones are read while these are written.
        writing = this.#write(writer, statements)
        writing.catch(() => undefined)
      }
      await writing
      this.#progress = { ...this.#progress, done: Math.min(from, this.#order.refs.length) }
      await this.#writeOne(writer)
      this.#progress = { ...this.#progress, state: this.#cancelled ? 'cancelled' : 'finished' }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      this.#progress = {
        ...this.#progress,
        state: 'failed',
        problem: `The statements could not be written: ${problem}`,
      }
    } finally {
      await writer?.end()
      onProgress(this.#progress)
    }
  }

  async #issue(refs: readonly string[]): Promise<Statement[]> {
    const { asOf, inWords, today, userId, now } = this.#order
    return this.#database.write(async (db) => {
      const statements: Statement[] = []
      for (const ref of refs) {
        const choice = { about: { of: 'package' as const, ref }, asOf, from: null, inWords }
        const issued = await issueStatement(db, { choice, today, userId, now })
        // A package that was sold only after the day has nothing to state.
        if (issued.ok) statements.push(issued.value)
      }
      return statements
    })
  }

  async #write(writer: PdfWriter, statements: readonly Statement[]): Promise<void> {
    for (const statement of statements) {
      const file = join(this.#order.folder, statementFileName(statement, 'pdf'))
      if (this.#order.form === 'folder') await writer.write([statement], file)
      this.#issued.push({ statement, file })
    }
  }

  /** All in one PDF, also what was issued before it was cancelled. */
  async #writeOne(writer: PdfWriter): Promise<void> {
    if (this.#order.form !== 'one' || this.#issued.length === 0) return
    const statements = this.#issued.map(({ statement }) => statement)
    const first = statements[0]?.number ?? ''
    const last = statements.at(-1)?.number ?? ''
    const file = join(this.#order.folder, `Statements ${first} to ${last}.pdf`)
    await writer.write(statements, file)
    this.#progress = { ...this.#progress, into: file }
  }
}
