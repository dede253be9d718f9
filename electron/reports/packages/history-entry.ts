import { z } from 'zod'
import type { HistoryEntryDetails } from '../../../shared/contract/packages.ts'
import { tenderSchema, type HistoryAction } from '../../../shared/contract/values.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { ReadDb } from '../../storage/database.ts'
import { historyRows } from './package-history.ts'
import { shownInvoice } from './shown-invoice.ts'

const documentSchema = z.object({
  given: z.object({
    method: tenderSchema.optional(),
    to: z.string().optional(),
    package: z.string().optional(),
    customer: z.string().optional(),
  }),
})

/** One entry of a customer package's history with all that is known of it. Refused: not_found. */
export async function historyEntry(db: ReadDb, ref: string, entry: number): Promise<Outcome<HistoryEntryDetails>> {
  const found = await db
    .selectFrom('history as h')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select([
      'p.id as customer_package_id',
      'c.number as number_of_customer',
      'e.number',
      'e.date',
      'h.action',
      'e.ref',
      'h.amount',
      'u.username',
      'u.name as user_name',
    ])
    .select(['e.note', 'e.recorded_at', 'e.document', 'e.hash'])
    .where('p.ref', '=', ref)
    .where('h.entry_number', '=', entry)
    .executeTakeFirst()
  if (!found)
    return refused('not_found', say('reports.ref_has_no_entry_entry', { ref, entry }), {
      remedy: say('reports.go_back_to_the_history_and_choose'),
    })
  const [row] = await historyRows(db, found.customer_package_id, [found], null)
  if (!row) throw new Error(`entry ${entry} has no row`)
  const { given } = documentSchema.parse(JSON.parse(found.document))
  const undoneBy = await refOfUndoing(db, found.number)
  return done({
    row,
    recordedAt: new Date(found.recorded_at).toISOString(),
    reason: found.note,
    tender: given.method ?? null,
    customerNumber: found.number_of_customer,
    reversible: found.action === 'package_payment' && undoneBy === null,
    undoneBy,
    person: await personOf(db, found.action, given.customer),
    payer: found.action.startsWith('package_payment') ? (given.customer ?? '') : '',
    hash: Buffer.from(found.hash).toString('hex'),
    counterpart: (found.action === 'transfer_in' ? given.package : given.to) ?? null,
    invoice: found.action.includes('invoice') ? await shownInvoice(db, found.ref) : null,
  })
}

async function refOfUndoing(db: ReadDb, entry: number): Promise<string | null> {
  const row = await db
    .selectFrom('undone as d')
    .innerJoin('entries as e', 'e.number', 'd.by_entry')
    .select('e.ref')
    .where('d.entry_number', '=', entry)
    .executeTakeFirst()
  return row?.ref ?? null
}

/** Actions in which the customer that is said is not the one of the package. */
const NAMES_SOMEBODY: ReadonlySet<string> = new Set<HistoryAction>([
  'package_payment',
  'package_payment_failed',
  'package_refund',
  'member_added',
  'member_removed',
])

async function personOf(db: ReadDb, action: string, number = ''): Promise<HistoryEntryDetails['person']> {
  if (number === '' || !NAMES_SOMEBODY.has(action)) return null
  const row = await db
    .selectFrom('customers')
    .select(['number', 'name'])
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}
