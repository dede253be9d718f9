import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { BatchProgress, Statement } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { readLogo } from '../billing/policies-store.ts'
import type { Database } from '../storage/database.ts'
import { forgetOrder, keepOrder, type BatchOrder } from './batch-order.ts'
import { issuedBy } from './batch-store.ts'
import { csvOf } from '../documents/spreadsheet.ts'
import { PRIVATE, writeDurably } from '../storage/durable-file.ts'
import { inTime } from '../storage/ordinary-folder.ts'
import { clearTemporary } from '../storage/temporary-files.ts'
import { statementFileName } from './file-name.ts'
import { issuedStatement, issueStatement } from './issued-store.ts'
import { PdfWriter } from './pdf-writer.ts'
import { writtenTable } from './written-table.ts'

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
  readonly #issued: { statement: Statement; file: string }[] = []
  #cancelled = false
  #numbers: ReadonlyMap<string, string> = new Map()
  #progress: BatchProgress

  constructor(database: Database, order: BatchOrder) {
    this.#database = database
    this.#order = order
    this.#progress = {
      done: 0,
      total: order.refs.length,
      state: 'running',
      into: order.folder,
      problem: null,
      missing: 0,
      papers: [],
    }
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
    let writers: PdfWriter[] = []
    let writing: Promise<void> = Promise.resolve()
    try {
      keepOrder(dirname(this.#database.file), this.#order)
      await inTime(mkdir(this.#order.folder, { recursive: true, mode: PRIVATE.folder }))
      clearTemporary(this.#order.folder)
      this.#numbers = await this.#database.read((db) => issuedBy(db, this.#order))
      const logo = await this.#database.read(readLogo)
      writers = Array.from({ length: this.#order.form === 'one' ? 1 : WRITERS }, () => new PdfWriter(logo))
      let from = 0
      for (; from < this.#order.refs.length && !this.#cancelled; from += ISSUED_AT_ONCE) {
        const statements = await this.#issue(this.#order.refs.slice(from, from + ISSUED_AT_ONCE))
        await writing
        // Answers of the writers come in one go: whoever else waits has a turn in between.
        await setImmediate()
        this.#progress = { ...this.#progress, done: from }
        onProgress(this.#progress)
        // The next ones are read while these are written.
        writing = this.#write(writers, statements)
        writing.catch(() => undefined)
      }
      await writing
      this.#progress = { ...this.#progress, done: Math.min(from, this.#order.refs.length) }
      await this.#writeOne(writers)
      this.#writeList()
      forgetOrder(dirname(this.#database.file))
      this.#progress = { ...this.#progress, state: this.#cancelled ? 'cancelled' : 'finished' }
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

  async #write(writers: readonly PdfWriter[], statements: readonly Statement[]): Promise<void> {
    const { form, folder } = this.#order
    const files = statements.map((statement) => ({
      statement,
      file: join(folder, statementFileName(statement, 'pdf')),
    }))
    await Promise.all(
      writers.map(async (writer, own) => {
        if (form === 'one') return writer.keep(statements)
        for (const { statement, file } of files.filter((_, place) => place % writers.length === own))
          if (!existsSync(file)) await writer.write([statement], file)
      }),
    )
    this.#issued.push(...files)
  }

  /** What was written, beside the files: whose each is, and where it can be sent. */
  #writeList(): void {
    const rows = this.#issued.map(({ statement, file }) => ({ statement, file: basename(file) }))
    const [first, last] = [rows[0]?.statement.number, rows.at(-1)?.statement.number]
    if (this.#order.form !== 'folder' || !first || !last) return
    const file = join(this.#order.folder, say('statements.list_file', { first, last }))
    const { minorDigits } = rows[0]?.statement.school ?? { minorDigits: 2 }
    writeDurably(file, csvOf(writtenTable(rows), minorDigits))
  }

  /** All in one PDF, also what was issued before it was cancelled. */
  async #writeOne([writer]: readonly PdfWriter[]): Promise<void> {
    if (this.#order.form !== 'one' || this.#issued.length === 0) return
    const first = this.#issued[0]?.statement.number ?? ''
    const last = this.#issued.at(-1)?.statement.number ?? ''
    const file = join(this.#order.folder, say('statements.statements_first_to_last_pdf', { first, last }))
    await writer?.write([], file)
    this.#progress = { ...this.#progress, into: file }
  }
}
