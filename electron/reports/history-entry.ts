import { z } from 'zod'
import type { HistoryEntryDetails } from '../../shared/contract/packages.ts'
import { invoiceStatusSchema, tenderSchema } from '../../shared/contract/values.ts'
import { businessDate } from '../../shared/dates.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { cents, sumCents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, rateText, taxPercent, taxPercentText } from '../../shared/rate.ts'
import type { ReadDb } from '../storage/database.ts'
import { historyRows } from './package-history.ts'

const documentSchema = z.object({
  given: z.object({ method: tenderSchema.optional(), to: z.string().optional(), package: z.string().optional() }),
})

/** One entry of a customer package's history with all that is known of it. Refused: not_found. */
export async function historyEntry(db: ReadDb, ref: string, entry: number): Promise<Outcome<HistoryEntryDetails>> {
  const found = await db
    .selectFrom('history as h')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select([
      'p.id as customer_package_id',
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
    return refused('not_found', `${ref} has no entry ${entry}.`, { remedy: 'Go back to the history and choose again.' })
  const [row] = await historyRows(db, found.customer_package_id, [found], null)
  if (!row) throw new Error(`entry ${entry} has no row`)
  const { given } = documentSchema.parse(JSON.parse(found.document))
  return done({
    row,
    recordedAt: new Date(found.recorded_at).toISOString(),
    reason: found.note,
    tender: given.method ?? null,
    hash: Buffer.from(found.hash).toString('hex'),
    counterpart: (found.action === 'transfer_in' ? given.package : given.to) ?? null,
    invoice: found.action.includes('invoice') ? await invoiceDetails(db, found.ref) : null,
  })
}

async function invoiceDetails(db: ReadDb, ref: string): Promise<HistoryEntryDetails['invoice']> {
  const invoice = await db.selectFrom('invoices').selectAll().where('ref', '=', ref).executeTakeFirst()
  if (!invoice) return null
  const payments = await paymentsOf(db, invoice.id)
  return {
    ref: invoice.ref,
    status: invoiceStatusSchema.parse(invoice.status),
    date: businessDate(invoice.date),
    total: cents(invoice.total),
    paid: sumCents(payments.filter(({ failed }) => !failed).map(({ amount, refunded }) => cents(amount - refunded))),
    lines: await linesOf(db, invoice.id),
    payments,
  }
}

async function linesOf(db: ReadDb, invoiceId: number): Promise<NonNullable<HistoryEntryDetails['invoice']>['lines']> {
  const rows = await db
    .selectFrom('invoice_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .leftJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .selectAll('l')
    .select(['c.name', 'p.ref as package_ref'])
    .where('l.invoice_id', '=', invoiceId)
    .orderBy('l.line')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    packageRef: row.package_ref,
    quantity: hundredths(row.quantity),
    rate: rateText(rate(row.rate)),
    taxPercent: taxPercentText(taxPercent(row.tax_percent)),
    amount: cents(row.amount),
    refundedQuantity: hundredths(row.refunded_quantity),
    refundedAmount: cents(row.refunded_amount),
  }))
}

async function paymentsOf(
  db: ReadDb,
  invoiceId: number,
): Promise<NonNullable<HistoryEntryDetails['invoice']>['payments']> {
  const rows = await db
    .selectFrom('invoice_payments as i')
    .innerJoin('entries as e', 'e.number', 'i.entry_number')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.date', 'i.tender', 'i.amount', 'i.failed', 'i.refunded', 'u.name', 'e.note'])
    .where('i.invoice_id', '=', invoiceId)
    .orderBy('i.payment')
    .execute()
  return rows.map((row) => ({
    date: businessDate(row.date),
    tender: row.tender,
    amount: cents(row.amount),
    failed: row.failed === 1,
    refunded: cents(row.refunded),
    userName: row.name,
    note: row.note,
  }))
}
