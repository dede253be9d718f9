import type { HistoryAction } from '../../../shared/contract/values.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'

/** Whoever an invoice was made for, where that was not the package's own customer. */
export interface FlownBy {
  readonly number: string
  readonly name: string
}

/** What is about an invoice: its ref names one. */
const ABOUT_INVOICES: ReadonlySet<string> = new Set<HistoryAction>([
  'item_invoice',
  'item_invoice_part_paid',
  'item_invoice_paid',
  'item_invoice_unpaid',
  'invoice_refund',
  'invoice_void',
  'invoice_delete',
])

const anyMember = prepared(['id'], (db, slots) =>
  db.selectFrom('package_members').select('customer_id').where('customer_package_id', '=', slots.id).limit(1),
)

/** Who flew from a customer package as its member, by the ref of the invoice. */
export async function flownByMembers(
  db: ReadDb,
  customerPackageId: number,
  rows: readonly { readonly action: string; readonly ref: string }[],
): Promise<ReadonlyMap<string, FlownBy>> {
  const refs = new Set(rows.flatMap(({ action, ref }) => (ABOUT_INVOICES.has(action) ? [ref] : [])))
  if (refs.size === 0 || (await anyMember(db, { id: customerPackageId })).length === 0) return new Map()
  const found = await db
    .selectFrom('invoices as i')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .innerJoin('customer_packages as p', (join) => join.on('p.id', '=', customerPackageId))
    .select(['i.ref', 'c.number', 'c.name'])
    .where('i.ref', 'in', [...refs])
    .whereRef('i.customer_id', '!=', 'p.customer_id')
    .execute()
  return new Map(found.map(({ ref, number, name }) => [ref, { number, name }]))
}

/** Of a row of the history: nobody where its ref means something else. */
export function flownByOf(
  flown: ReadonlyMap<string, FlownBy>,
  { action, ref }: { readonly action: string; readonly ref: string },
): FlownBy | null {
  return ABOUT_INVOICES.has(action) ? (flown.get(ref) ?? null) : null
}
