import type { BusinessDate } from '../../shared/dates.ts'
import type { ReadDb } from '../storage/database.ts'

/** A payment by somebody who is not the customer of what was paid, or was not when it was paid. */
export interface PaidByPayer {
  readonly entry: number
  readonly date: string
  /** the payer's id, as the payment named it */
  readonly payer: number
  readonly of: 'package' | 'invoice'
  readonly ref: string
  /** whose it is now */
  readonly customerId: number
  readonly tender: string
  readonly amount: number
}

type Said = Omit<PaidByPayer, 'payer'> & { readonly document: string }

/**
 * Every payment that has a payer, failed ones aside, in the order of recording. The payer is the one that was said: what
 * an invoice payment keeps beside is whose it is after merges.
 */
export async function readPaidByPayers(db: ReadDb): Promise<readonly PaidByPayer[]> {
  const said = [...(await ofPackages(db)), ...(await ofInvoices(db))]
  if (said.length === 0) return []
  const customers = await db.selectFrom('customers').select(['id', 'number']).execute()
  const ids = new Map(customers.map(({ id, number }) => [number, id]))
  return said
    .flatMap(({ document, ...row }) => {
      const { given } = JSON.parse(document) as { given: { customer?: string; method?: string } }
      const payer = ids.get(given.customer ?? '')
      return payer === undefined ? [] : [{ ...row, payer, tender: given.method ?? row.tender }]
    })
    .toSorted((one, other) => one.entry - other.entry)
}

async function ofPackages(db: ReadDb): Promise<Said[]> {
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('history as h', 'h.entry_number', 'e.number')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .select(['e.number as entry', 'e.date', 'e.document', 'h.amount', 'p.ref', 'p.customer_id as customerId'])
    .where('e.action', '=', 'package_payment')
    .where('h.action', '=', 'package_payment')
    .where('e.document', 'like', '%"customer":%')
    .execute()
  return rows.map((row) => ({ ...row, of: 'package' as const, tender: '' }))
}

async function ofInvoices(db: ReadDb): Promise<Said[]> {
  const rows = await db
    .selectFrom('invoice_payments as p')
    .innerJoin('invoices as i', 'i.id', 'p.invoice_id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select([
      'e.number as entry',
      'e.date',
      'e.document',
      'p.tender',
      'p.amount',
      'i.ref',
      'i.customer_id as customerId',
    ])
    .where('p.payer_id', 'is not', null)
    .where('p.failed', '=', 0)
    .execute()
  return rows.map((row) => ({ ...row, of: 'invoice' as const }))
}

/** The entries of these that were taken back by then. */
export async function takenBackBy(
  db: ReadDb,
  entries: readonly number[],
  { asOf, head }: { readonly asOf: BusinessDate; readonly head: number },
): Promise<ReadonlySet<number>> {
  if (entries.length === 0) return new Set()
  const rows = await db
    .selectFrom('undone as u')
    .innerJoin('entries as e', 'e.number', 'u.by_entry')
    .select('u.entry_number')
    .where('u.entry_number', 'in', [...entries])
    .where('e.number', '<=', head)
    .where('e.date', '<=', asOf)
    .execute()
  return new Set(rows.map(({ entry_number }) => entry_number))
}
