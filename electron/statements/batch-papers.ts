import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BatchProgress } from '../../shared/contract/statements/batch.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { csvOf } from '../documents/spreadsheet.ts'
import { writeDurably } from '../storage/durable-file.ts'
import { archiveFile, archiveKey, archiveName } from './batch-archive.ts'
import type { BatchOrder } from './batch-order.ts'
import { draftFileName, draftOf } from './draft.ts'
import { statementFileName } from './file-name.ts'
import type { PdfWriter } from './pdf-writer.ts'
import { nameOf, writtenPaper, type WrittenPaper } from './written-paper.ts'
import { writtenTable, type DraftWritten } from './written-table.ts'

type Group = [WrittenPaper, ...WrittenPaper[]]

/**
 * What a batch writes: the papers, the drafts of e-mails with them, the list of both, and the ZIP file of all. A file
 * that is there already was written before the batch was broken off.
 */
export class BatchPapers {
  readonly #order: BatchOrder
  readonly #writers: readonly PdfWriter[]
  #written: WrittenPaper[] = []
  /** by the statement's number */
  readonly #drafts = new Map<string, DraftWritten>()
  /** papers of one customer, whose draft is not written yet: more of them may come */
  #group: WrittenPaper[] = []

  constructor(order: BatchOrder, writers: readonly PdfWriter[]) {
    this.#order = order
    this.#writers = writers
  }

  get written(): readonly WrittenPaper[] {
    return this.#written
  }

  /** How many drafts were written, and for how many papers there is none. */
  get drafts(): BatchProgress['drafts'] {
    if (!this.#order.drafts) return null
    const drafts = [...this.#drafts.values()]
    const files = new Set(drafts.flatMap(({ file }) => file ?? []))
    return { written: files.size, without: drafts.filter(({ file }) => file === null).length }
  }

  async write(statements: readonly Statement[]): Promise<void> {
    const { form, folder, drafts } = this.#order
    const papers = statements.map((statement) =>
      writtenPaper(statement, join(folder, statementFileName(statement, 'pdf'))),
    )
    if (form === 'one') await this.#writers[0]?.keep(statements)
    else await Promise.all(this.#writers.map((writer, own) => this.#writeEach(writer, own, statements, papers)))
    for (const paper of papers) {
      if (drafts && this.#group[0]?.customer.number !== paper.customer.number) await this.#writeDraft()
      this.#group.push(paper)
      this.#written.push(paper)
    }
  }

  /** After the last paper: what is made of all. Answers where they are, and the key of the ZIP file. */
  async end(dataFolder: string): Promise<Pick<BatchProgress, 'into' | 'archive'> | null> {
    if (this.#order.drafts) await this.#writeDraft()
    if (this.#written.length === 0) return null
    const one = this.#order.form === 'one' ? await this.#writeOne() : null
    const list = this.#writeList()
    if (this.#order.form !== 'zip') return { into: one ?? this.#order.folder, archive: null }
    const drafts = [...this.#drafts.values()].flatMap(({ file }) => file ?? [])
    const names = [list, ...this.#written.map(nameOf), ...new Set(drafts)]
    const key = archiveKey(this.#order)
    const file = archiveFile(dataFolder, key)
    if (!existsSync(file)) await this.#writers[0]?.archive(this.#order.folder, names, this.#order.now, file)
    return { into: archiveName(this.#order), archive: key }
  }

  async #writeEach(
    writer: PdfWriter,
    own: number,
    statements: readonly Statement[],
    papers: readonly WrittenPaper[],
  ): Promise<void> {
    for (const [place, paper] of papers.entries()) {
      const statement = statements[place]
      if (!statement || place % this.#writers.length !== own || existsSync(paper.file)) continue
      await writer.write([statement], paper.file)
    }
  }

  /** One e-mail to a customer with all papers of theirs. */
  async #writeDraft(): Promise<void> {
    const [first, ...others] = this.#group
    this.#group = []
    if (!first) return
    const group: Group = [first, ...others]
    const draft = draftOf(group)
    const name = draftFileName(group)
    const said: DraftWritten = 'why' in draft ? { file: null, why: draft.why } : { file: name, why: '' }
    for (const { number } of group) this.#drafts.set(number, said)
    const file = join(this.#order.folder, name)
    if (!('why' in draft) && !existsSync(file)) await this.#writers[0]?.mail(draft, this.#order.now, file)
  }

  /** All in one PDF, also what was issued before it was cancelled. */
  async #writeOne(): Promise<string> {
    const file = join(this.#order.folder, say('statements.statements_first_to_last_pdf', this.#ends()))
    if (!existsSync(file)) await this.#writers[0]?.write([], file)
    this.#written = this.#written.map((paper) => ({ ...paper, file }))
    return file
  }

  /** What was written, beside the files: whose each is, and where it can be sent. Answers its name. */
  #writeList(): string {
    const name = say('statements.list_file', this.#ends())
    const table = writtenTable(this.#written, this.#order.drafts ? this.#drafts : null)
    // No column of it is money.
    writeDurably(join(this.#order.folder, name), csvOf(table, 0))
    return name
  }

  #ends() {
    return { first: this.#written[0]?.number ?? '', last: this.#written.at(-1)?.number ?? '' }
  }
}
