import { businessDate } from '../../shared/dates.ts'
import { Books } from '../billing/books/books.ts'
import { actionName, commandOfGiven } from '../billing/books/command.ts'
import { actionOf } from '../billing/books/perform.ts'
import type { Facts, Given } from '../billing/books/recording.ts'
import type { RecordContent } from '../billing/records/record-document.ts'
import type { RecordTable } from '../billing/records/record-tables.ts'
import { insertMentions, writeRecord } from '../billing/records/write-record-store.ts'
import { readSchool } from '../billing/school-store.ts'
import type { EntryContent } from '../ledger/entry.ts'
import { LedgerBatch } from '../ledger/ledger-batch.ts'
import type { WriteDb } from '../storage/database.ts'

const ACTIONS_A_FLUSH = 500
/** What was written is forgotten after so many, so that memory stays flat however large the school is. */
const ACTIONS_REMEMBERED = 5_000

/** What books read once, when they are opened. */
const READ_AT_OPENING: readonly RecordTable[] = ['school', 'catalogue', 'rates', 'packages', 'package_lines']

/** What an entry holds of its action. Whether it does, the doing shows. */
type Document = Readonly<Record<string, Facts[string]>> & { readonly given?: Given; readonly cashStep?: number }

/**
 * Makes every row that follows from the entries again, one entry after the other, by the functions that record them.
 * Nothing is asked of the present: an entry does what it did.
 */
export class Replay {
  readonly #db: WriteDb
  readonly #ledger: LedgerBatch
  #made: EntryContent | undefined
  #books: Books | undefined
  #minorDigits = 0
  #waiting = 0
  #remembered = 0

  /** @param after the entry whose rows, and those of all before it, are there already */
  constructor(db: WriteDb, after = 0) {
    this.#db = db
    const made = (content: EntryContent) => {
      this.#made = content
    }
    this.#ledger = LedgerBatch.again(db, made, after)
  }

  /** Does an action again, of which this is the document; answers the entry as it makes it. Throws where it cannot be done. */
  async action(entry: EntryContent, document: unknown): Promise<EntryContent> {
    const { given = {}, cashStep = 0, ...facts } = document as Document
    const { userId, ref, note } = entry
    const header = { date: businessDate(entry.date), userId, ref, note }
    const command = commandOfGiven(actionName(entry.action), given, header)
    const action = actionOf(command)
    if (action.wide) await this.flush()
    const books = (this.#books ??= await this.#openBooks())
    const found = await action.find(books, command)
    if (!found.ok) throw new Error(found.failure.message)
    const frozen = { minorDigits: this.#minorDigits, cashStep }
    const said = { ...command, ...found.value, given }
    const recording = action.apply(frozen, said, facts)
    this.#ledger.continueAt(entry)
    await books.record({ ...recording, entry: { ...recording.entry, document: entry.document } })
    this.#waiting += 1
    this.#remembered += 1
    if (action.wide || this.#waiting >= ACTIONS_A_FLUSH) await this.flush()
    if (!this.#made) throw new Error(`entry ${entry.number} made nothing`)
    return this.#made
  }

  /** Writes the rows of a record again. */
  async record(number: number, { parts }: RecordContent): Promise<void> {
    // What waits is written first where the record changes it.
    if (parts.some(({ table }) => table === 'invoices')) await this.flush()
    if (parts.some(({ table }) => READ_AT_OPENING.includes(table))) {
      await this.flush()
      this.#books = undefined
    }
    await writeRecord(this.#db, parts)
    await insertMentions(this.#db, number, parts)
  }

  async flush(): Promise<void> {
    this.#waiting = 0
    await this.#books?.flush(this.#db)
    if (this.#remembered < ACTIONS_REMEMBERED) return
    this.#remembered = 0
    this.#books = undefined
    this.#ledger.forget()
  }

  async #openBooks(): Promise<Books> {
    this.#minorDigits = (await readSchool(this.#db))?.minorDigits ?? 2
    return Books.over(this.#db, this.#ledger)
  }
}
