import { say } from '../../shared/words/say.ts'
import { CHAIN_START, entryHash } from '../ledger/hash-chain.ts'
import { textAsHashed } from '../ledger/half-sign.ts'
import type { LedgerHead } from '../ledger/head-store.ts'
import type { ReadDb } from '../storage/database.ts'
import { MOST_FINDINGS, type Finding } from './finding.ts'
import type { LogEntry } from './log-entries.ts'

/**
 * Recomputes the hash of every entry from its whole content. Names the entry where a byte, a posting, an account or a
 * history row was changed, and those that are missing. With a head from outside, an ending that was cut off or
 * computed anew is found, too.
 */
export class ChainCheck {
  readonly findings: Finding[] = []
  readonly #head: LedgerHead | null
  #before = CHAIN_START
  #last = 0

  constructor(head: LedgerHead | null) {
    this.#head = head
  }

  take({ content, hash, said }: LogEntry): void {
    const { number } = content
    if (number !== this.#last + 1) this.#missing(this.#last + 1, number - 1)
    if (!this.#fits(content, hash)) this.#foundOther(content, hash)
    if (said === undefined) this.#found(number, say('findings.entry_unreadable', { entry: number }))
    if (this.#head?.number === number && Buffer.from(hash).toString('hex') !== this.#head.hash)
      this.#found(number, say('findings.entry_rewritten', { entry: number }))
    this.#before = hash
    this.#last = number
  }

  /** After the last entry: what should follow, and rows of entries that there are not. */
  async end(db: ReadDb): Promise<void> {
    if (this.#head && this.#head.number > this.#last) this.#missing(this.#last + 1, this.#head.number)
    for (const table of ['accounts', 'postings', 'history'] as const)
      for (const entry of await withoutEntry(db, table))
        this.#found(entry, say('findings.row_without_entry', { table, entry }))
  }

  #fits(content: LogEntry['content'], hash: Uint8Array): boolean {
    return Buffer.compare(entryHash(this.#before, content), hash) === 0
  }

  /** An entry whose content does not fit its hash; harmless where only half a sign in its note is kept otherwise. */
  #foundOther(content: LogEntry['content'], hash: Uint8Array): void {
    const entry = content.number
    const halved = textAsHashed(content.note, (note) => this.#fits({ ...content, note }, hash)) !== undefined
    if (!halved) this.#found(entry, say('findings.entry_changed', { entry }))
    else if (this.findings.length < MOST_FINDINGS)
      this.findings.push({ check: 'chain', entry, message: say('text.half_sign_entry', { entry }), harmless: true })
  }

  #missing(from: number, to: number): void {
    this.#found(from, say('findings.entries_missing', { from, to, count: to - from + 1 }))
  }

  #found(entry: number, message: string): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push({ check: 'chain', entry, message })
  }
}

/** Entries that rows name and that there are not; the hashes cover the rows of those that there are. */
async function withoutEntry(db: ReadDb, table: 'accounts' | 'postings' | 'history'): Promise<number[]> {
  const named =
    table === 'accounts'
      ? db.selectFrom('accounts').select('opened_by as entry')
      : db.selectFrom(table).select('entry_number as entry')
  const rows = await db
    .selectFrom(named.distinct().as('named'))
    .leftJoin('entries as e', 'e.number', 'named.entry')
    .select('named.entry')
    .where('e.number', 'is', null)
    .orderBy('named.entry')
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ entry }) => entry)
}
