import { invoiceStatusSchema, tenderSchema } from '../../shared/contract/values.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, taxPercent } from '../../shared/rate.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'
import type { Invoice, InvoiceLine, InvoicePayment } from './invoice.ts'
import { keepRecord, type Signature } from './records/keep-record-store.ts'

const invoiceRows = prepared(['ref'], (db, slots) => db.selectFrom('invoices').selectAll().where('ref', '=', slots.ref))

const lineRows = prepared(['invoiceId'], (db, slots) =>
  db
    .selectFrom('invoice_lines as l')
    .selectAll('l')
    // Looked up, not joined: SQLite plans a join with a mark anew at every run.
    .select(({ selectFrom }) =>
      selectFrom('catalogue as c')
        .select('c.id')
        .whereRef('c.code', '=', 'l.code')
        .$asScalar()
        .$notNull()
        .as('catalogue_id'),
    )
    .where('l.invoice_id', '=', slots.invoiceId)
    .orderBy('l.line'),
)

const paymentRows = prepared(['invoiceId'], (db, slots) =>
  db
    .selectFrom('invoice_payments as p')
    .selectAll('p')
    .select(({ selectFrom }) =>
      selectFrom('entries as e')
        .select('e.date')
        .whereRef('e.number', '=', 'p.entry_number')
        .$asScalar()
        .$notNull()
        .as('date'),
    )
    .where('p.invoice_id', '=', slots.invoiceId)
    .orderBy('p.payment'),
)

/** Reads an invoice by its ref, or undefined where there is none. */
export async function readInvoice(db: ReadDb, ref: string): Promise<Invoice | undefined> {
  const [row] = await invoiceRows(db, { ref })
  if (!row) return undefined
  return {
    id: row.id,
    ref: row.ref,
    customerId: row.customer_id,
    date: businessDate(row.date),
    refundedOn: row.refunded_on === null ? null : businessDate(row.refunded_on),
    reversedOn: row.reversed_on === null ? null : businessDate(row.reversed_on),
    total: cents(row.total),
    status: invoiceStatusSchema.parse(row.status),
    lines: await readLines(db, row.id),
    payments: await readPayments(db, row.id),
  }
}

async function readLines(db: ReadDb, invoiceId: number): Promise<InvoiceLine[]> {
  const rows = await lineRows(db, { invoiceId })
  return rows.map((row) => ({
    line: row.line,
    code: row.code,
    catalogueId: row.catalogue_id,
    rate: rate(row.rate),
    taxPercent: taxPercent(row.tax_percent),
    from:
      row.customer_package_id === null || row.package_line === null
        ? null
        : { customerPackageId: row.customer_package_id, packageLine: row.package_line },
    drawn: { quantity: hundredths(row.quantity), dollars: cents(row.amount) },
    refunded: { quantity: hundredths(row.refunded_quantity), dollars: cents(row.refunded_amount) },
    amountAgreed: row.agreed === 1,
  }))
}

async function readPayments(db: ReadDb, invoiceId: number): Promise<InvoicePayment[]> {
  const rows = await paymentRows(db, { invoiceId })
  return rows.map((row) => ({
    payment: row.payment,
    tender: tenderSchema.parse(row.tender),
    amount: cents(row.amount),
    failed: row.failed === 1,
    reversed: row.reversed === 1,
    date: businessDate(row.date),
    payerId: row.payer_id,
    refunded: cents(row.refunded),
  }))
}

/** Says which voided invoice a new one replaces. */
export async function linkCorrection(db: WriteDb, by: Signature, made: string, voided: string): Promise<void> {
  const idOf = async (ref: string) =>
    (await db.selectFrom('invoices').select('id').where('ref', '=', ref).executeTakeFirstOrThrow()).id
  const row = { id: await idOf(made), corrects: await idOf(voided) }
  await keepRecord(db, by, 'record_correction', made, [{ table: 'invoices', rows: [row] }])
}
