import { z } from 'zod'
import { RECORD_ACTIONS } from '../../billing/records/record-actions.ts'
import type { ReadDb } from '../../storage/database.ts'

const postingSchema = z.tuple([z.string(), z.int(), z.int(), z.string(), z.int(), z.int()])

/** What an entry did, as far as it is the same wherever it is recorded. */
const entrySchema = z.object({
  action: z.string(),
  ref: z.string(),
  /** JSON of what was frozen with it: rates, amounts of lines, what was paid where nothing was said */
  facts: z.string(),
  /** kind, owner, line, commodity, hundredths and minor units of each posting */
  postings: z.array(postingSchema),
})
export type EntryEffect = z.output<typeof entrySchema>
const effectSchema = z.array(entrySchema)

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
  return entries.map(({ number, action, ref, document }) => ({
    action,
    ref,
    facts: factsOf(document),
    postings: postings
      .filter((posting) => posting.entry_number === number)
      .map(({ kind, owner, line, commodity, quantity, amount }): z.output<typeof postingSchema> => {
        return [kind, OWNED_BY_THE_SAME.includes(kind) ? owner : 0, line, commodity, quantity, amount]
      })
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  }))
}

/** What was said names things, which the server calls otherwise; what follows from it must be the same. */
function factsOf(document: string): string {
  const { given: _, ...facts } = z.record(z.string(), z.unknown()).parse(JSON.parse(document))
  return JSON.stringify(facts)
}

export function readEffect(text: string): EntryEffect[] {
  return effectSchema.parse(JSON.parse(text))
}

/** Whether an action does at the server what it did here: the same entries with the same amounts. */
export function sameEffect(here: readonly EntryEffect[], there: readonly EntryEffect[]): boolean {
  return JSON.stringify(here.map(withoutRef)) === JSON.stringify(there.map(withoutRef))
}

function withoutRef({ action, facts, postings }: EntryEffect) {
  return [action, facts, postings]
}
