import { businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import type { Posting } from '../../ledger/account.ts'
import type { EntryDraft } from '../../ledger/entry.ts'
import type { ReadDb } from '../../storage/database.ts'
import type { Undoable } from '../undoing.ts'
import type { Customers } from './customers-store.ts'
import type { Recent } from './recent.ts'

type Kept = Pick<EntryDraft, 'date' | 'document' | 'postings' | 'history'>

/** What an action of a ref recorded, from what waits to be written or from the ledger; undefined where there is none. */
export async function undoableOf(
  db: ReadDb,
  recent: Recent,
  customers: Customers,
  { action, ref }: { readonly action: string; readonly ref: string },
): Promise<Undoable | undefined> {
  const waiting = recent.entryOf(action, ref)
  const found = waiting ? { number: waiting.number, ...waiting.entry } : await writtenEntry(db, action, ref)
  if (!found) return undefined
  const undone = recent.isUndone(found.number) || (await undoneInLedger(db, found.number))
  const { given } = JSON.parse(found.document) as { given: { customer?: string; status?: string } }
  const { postings, mergedOn } = await asAccountsAre(found.postings, customers)
  const packageId = found.history[0]?.subject ?? null
  const onAccount = postings.find(({ account }) => account.kind === 'customer_account')
  const holder = packageId === null && given.customer ? await customers.byNumber(given.customer) : undefined
  return {
    entry: found.number,
    date: found.date,
    amount: cents(found.history[0]?.amount ?? Math.abs(onAccount?.amount ?? 0)),
    failed: given.status === 'failed',
    undone,
    packageId,
    customerId: holder?.id ?? onAccount?.account.owner ?? null,
    mergedOn,
    postings,
  }
}

/** The account of a merged customer is the account that its money belongs to now. */
async function asAccountsAre(postings: readonly Posting[], customers: Customers) {
  let mergedOn: Undoable['mergedOn'] = null
  const now: Posting[] = []
  for (const posting of postings) {
    if (posting.account.kind !== 'customer_account') {
      now.push(posting)
      continue
    }
    const { id, on } = await customers.mergedSince(posting.account.owner)
    mergedOn = on ?? mergedOn
    now.push({ ...posting, account: { ...posting.account, owner: id } })
  }
  return { postings: now, mergedOn }
}

async function undoneInLedger(db: ReadDb, entry: number): Promise<boolean> {
  const row = await db.selectFrom('undone').select('by_entry').where('entry_number', '=', entry).executeTakeFirst()
  return row !== undefined
}

async function writtenEntry(db: ReadDb, action: string, ref: string): Promise<(Kept & { number: number }) | undefined> {
  const row = await db
    .selectFrom('entries')
    .select(['number', 'date', 'document'])
    .where('ref', '=', ref)
    .where('action', '=', action)
    .executeTakeFirst()
  if (!row) return undefined
  const postings = await db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['a.kind', 'a.owner', 'a.line', 'a.commodity', 'p.quantity', 'p.amount'])
    .where('p.entry_number', '=', row.number)
    .orderBy('p.place')
    .execute()
  const history = await db
    .selectFrom('history')
    .select(['customer_package_id as subject', 'action', 'amount'])
    .where('entry_number', '=', row.number)
    .execute()
  return {
    number: row.number,
    date: businessDate(row.date),
    document: row.document,
    history,
    postings: postings.map(({ quantity, amount, ...account }) => ({ account, quantity, amount })),
  }
}
