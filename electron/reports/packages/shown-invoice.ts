import type { HistoryEntryDetails } from '../../../shared/contract/packages.ts'
import { invoiceStatusSchema, lineKindSchema } from '../../../shared/contract/values.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { rate, rateText, taxPercent, taxPercentText } from '../../../shared/rate.ts'
import type { ReadDb } from '../../storage/database.ts'

type ShownInvoice = NonNullable<HistoryEntryDetails['invoice']>

/** An invoice with its lines and payments, or null where there is none of that reference. */
export async function shownInvoice(db: ReadDb, ref: string): Promise<ShownInvoice | null> {
  const invoice = await db.selectFrom('invoices').selectAll().where('ref', '=', ref).executeTakeFirst()
  if (!invoice) return null
  const payments = await paymentsOf(db, invoice.id)
  return {
    ref: invoice.ref,
    status: invoiceStatusSchema.parse(invoice.status),
    date: businessDate(invoice.date),
    total: cents(invoice.total),
    paid: sumCents(
      payments
        .filter(({ failed, reversed }) => !failed && !reversed)
        .map(({ amount, refunded }) => cents(amount - refunded)),
    ),
    lines: await linesOf(db, invoice.id),
    payments,
  }
}

async function linesOf(db: ReadDb, invoiceId: number): Promise<ShownInvoice['lines']> {
  const rows = await db
    .selectFrom('invoice_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .leftJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .selectAll('l')
    .select(['c.name', 'c.kind', 'p.ref as package_ref'])
    .where('l.invoice_id', '=', invoiceId)
    .orderBy('l.line')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    kind: lineKindSchema.parse(row.kind),
    packageRef: row.package_ref,
    quantity: hundredths(row.quantity),
    rate: rateText(rate(row.rate)),
    taxPercent: taxPercentText(taxPercent(row.tax_percent)),
    amount: cents(row.amount),
    agreed: row.agreed === 1,
    refundedQuantity: hundredths(row.refunded_quantity),
    refundedAmount: cents(row.refunded_amount),
  }))
}

async function paymentsOf(db: ReadDb, invoiceId: number): Promise<ShownInvoice['payments']> {
  const rows = await db
    .selectFrom('invoice_payments as i')
    .innerJoin('entries as e', 'e.number', 'i.entry_number')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .leftJoin('customers as c', 'c.id', 'i.payer_id')
    .select(['e.number', 'e.date', 'i.tender', 'i.amount', 'i.failed', 'i.refunded', 'i.reversed', 'u.name', 'e.note'])
    .select(['c.number as payer_number', 'c.name as payer_name'])
    .where('i.invoice_id', '=', invoiceId)
    .orderBy('i.payment')
    .execute()
  return rows.map((row) => ({
    entry: row.number,
    date: businessDate(row.date),
    tender: row.tender,
    amount: cents(row.amount),
    failed: row.failed === 1,
    refunded: cents(row.refunded),
    reversed: row.reversed === 1,
    payer:
      row.payer_number === null || row.payer_name === null ? null : { number: row.payer_number, name: row.payer_name },
    userName: row.name,
    note: row.note,
  }))
}
