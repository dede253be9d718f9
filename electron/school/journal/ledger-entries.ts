import { RECORD_ACTIONS } from '../../billing/records/record-actions.ts'
import type { ReadDb } from '../../storage/database.ts'

const ENTRIES_A_READING = 2_000

/** An entry of the ledger with its postings, as the exports of the whole ledger read it. */
export interface LedgerEntry {
  readonly number: number
  readonly date: string
  readonly action: string
  readonly ref: string
  readonly note: string
  readonly postings: readonly {
    readonly kind: string
    readonly owner: number
    readonly line: number
    readonly commodity: string
    readonly quantity: number
    readonly amount: number
  }[]
}

/** Every action in the order of recording, some thousands at a time. */
export async function* ledgerEntries(db: ReadDb): AsyncGenerator<LedgerEntry[]> {
  let last = 0
  for (;;) {
    const entries = await db
      .selectFrom('entries')
      .select(['number', 'date', 'action', 'ref', 'note'])
      .where('number', '>', last)
      .where('action', 'not in', RECORD_ACTIONS)
      .orderBy('number')
      .limit(ENTRIES_A_READING)
      .execute()
    const end = entries.at(-1)?.number
    if (end === undefined) return
    const postings = await postingsOf(db, last, end)
    yield entries.map((entry) => ({ ...entry, postings: postings.get(entry.number) ?? [] }))
    last = end
  }
}

async function postingsOf(db: ReadDb, after: number, last: number) {
  const rows = await db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['p.entry_number', 'a.kind', 'a.owner', 'a.line', 'a.commodity', 'p.quantity', 'p.amount'])
    .where('p.entry_number', '>', after)
    .where('p.entry_number', '<=', last)
    .orderBy('p.entry_number')
    .orderBy('p.place')
    .execute()
  return Map.groupBy(rows, (row) => row.entry_number)
}
