import { RECORD_ACTIONS } from '../../billing/records/record-actions.ts'
import type { ReadDb } from '../../storage/database.ts'
import { factsOf, type EntryEffect, type PostingEffect } from './effect.ts'

/** Accounts whose owners have the same ids at every desk; packages and invoices get theirs where they are recorded. */
const OWNED_BY_THE_SAME = ['customer_account', 'sales']

/** What the actions did that stand after one entry and up to another. */
export async function effectOf(db: ReadDb, after: number, upTo: number): Promise<EntryEffect[]> {
  const entries = await db
    .selectFrom('entries')
    .select(['number', 'action', 'ref', 'document'])
    .where('number', '>', after)
    .where('number', '<=', upTo)
    .where('action', 'not in', RECORD_ACTIONS)
    .orderBy('number')
    .execute()
  const postings = await db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['p.entry_number', 'a.kind', 'a.owner', 'a.line', 'a.commodity', 'p.quantity', 'p.amount'])
    .where('p.entry_number', '>', after)
    .where('p.entry_number', '<=', upTo)
    .execute()
  const byEntry = Map.groupBy(postings, (posting) => posting.entry_number)
  return entries.map(({ number, action, ref, document }) => ({
    action,
    ref,
    facts: factsOf(document),
    postings: (byEntry.get(number) ?? [])
      .map(({ kind, owner, line, commodity, quantity, amount }): PostingEffect => {
        return [kind, OWNED_BY_THE_SAME.includes(kind) ? owner : 0, line, commodity, quantity, amount]
      })
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  }))
}
