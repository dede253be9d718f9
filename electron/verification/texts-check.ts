import { say } from '../../shared/words/say.ts'
import { commitment, type CommittedText } from '../billing/records/commitment.ts'
import { isRecord, RECORD_ACTIONS } from '../billing/records/record-actions.ts'
import { readRecord, type RecordContent } from '../billing/records/record-document.ts'
import { readTexts } from '../billing/records/texts-store.ts'
import type { EntryContent } from '../ledger/entry.ts'
import type { ReadDb } from '../storage/database.ts'
import { MOST_FINDINGS, type Finding } from './finding.ts'

/**
 * The personal texts beside the records: one that is there must fit the commitment in its entry; one that is gone must
 * have been erased, and one that was erased must be gone.
 */
export class TextsCheck {
  readonly findings: Finding[] = []
  readonly #db: ReadDb
  /** `entry place` of texts that are gone */
  readonly #gone = new Set<string>()
  /** `entry place` of texts that were erased, until they are found gone */
  readonly #erased = new Set<string>()

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Reads a record with its texts. Throws where its document is not in the form of one. */
  async take({ number, action, document }: EntryContent): Promise<RecordContent> {
    if (!isRecord(action)) throw new Error(`entry ${number} is no record`)
    const texts = await readTexts(this.#db, number)
    const places = new Set<number>()
    const content = readRecord(document, (place, committed) => {
      places.add(place)
      const text = texts.get(place)
      if (!text) this.#gone.add(`${number} ${place}`)
      else if (!fits(text, committed)) this.#found(number, say('findings.text_changed', { entry: number, place }))
      return text?.text
    })
    for (const place of texts.keys())
      if (!places.has(place)) this.#found(number, say('findings.text_of_nothing', { entry: number, place }))
    for (const [entry, place] of content.erases) this.#erased.add(`${entry} ${place}`)
    return content
  }

  /** After the last entry. */
  async end(): Promise<void> {
    for (const gone of this.#gone) {
      if (this.#erased.has(gone)) continue
      const [entry = 0, place = 0] = gone.split(' ').map(Number)
      this.#found(entry, say('findings.text_missing', { entry, place }))
    }
    for (const erased of this.#erased) {
      if (this.#gone.has(erased)) continue
      const [entry = 0, place = 0] = erased.split(' ').map(Number)
      this.#found(entry, say('findings.text_not_erased', { entry, place }))
    }
    const orphans = await this.#db
      .selectFrom('texts as t')
      .leftJoin('entries as e', 'e.number', 't.entry_number')
      .select(['t.entry_number as entry', 't.place', 'e.action'])
      .where((eb) => eb.or([eb('e.number', 'is', null), eb('e.action', 'not in', RECORD_ACTIONS)]))
      .limit(MOST_FINDINGS)
      .execute()
    for (const { entry, place } of orphans) this.#found(entry, say('findings.text_of_nothing', { entry, place }))
  }

  #found(entry: number, message: string): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push({ check: 'chain', entry, message })
  }
}

function fits({ salt, text }: CommittedText, committed: string): boolean {
  return commitment(salt, text) === committed
}
