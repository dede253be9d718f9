import type { ReadDb } from '../../storage/database.ts'

/** Two records of one person became one. */
export interface Merge {
  /** the number of its entry */
  readonly entry: number
  /** ids of customers */
  readonly from: number
  readonly into: number
}

/** What stands under an entry of its own, by its ref. */
type Owned = 'add_to_package' | 'invoice'

/** Every merge of customers, in the order of recording. */
export async function readMerges(db: ReadDb): Promise<readonly Merge[]> {
  const merged = await db
    .selectFrom('customers')
    .select(['id', 'number', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute()
  if (merged.length === 0) return []
  const byNumber = new Map(merged.map((customer) => [customer.number, customer]))
  const rows = await db
    .selectFrom('entries')
    .select(['number', 'document'])
    .where('action', '=', 'merge_customer')
    .orderBy('number')
    .execute()
  return rows.flatMap(({ number, document }) => {
    const customer = byNumber.get(givenCustomer(document))
    return customer && customer.merged_into !== null
      ? [{ entry: number, from: customer.id, into: customer.merged_into }]
      : []
  })
}

/** To whom a customer's records belong after the merges up to an entry; without one, after all of them. */
export function ownerAfter(merges: readonly Merge[], customerId: number, upTo = Number.MAX_SAFE_INTEGER): number {
  return merges.reduce((owner, { entry, from, into }) => (entry <= upTo && owner === from ? into : owner), customerId)
}

/**
 * To whom a customer package or an invoice belonged when an entry was the ledger's last: what was merged since stands
 * on papers that were issued before as it was.
 */
export async function ownerThen(
  db: ReadDb,
  merges: readonly Merge[],
  { action, ref, head }: { readonly action: Owned; readonly ref: string; readonly head: number },
): Promise<number> {
  const { document } = await db
    .selectFrom('entries')
    .select('document')
    .where('ref', '=', ref)
    .where('action', '=', action)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .selectFrom('customers')
    .select('id')
    .where('number', '=', givenCustomer(document))
    .executeTakeFirstOrThrow()
  return ownerAfter(merges, id, head)
}

function givenCustomer(document: string): string {
  const { given } = JSON.parse(document) as { readonly given: { readonly customer: string } }
  return given.customer
}
