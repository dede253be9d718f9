import { z } from 'zod'
import {
  invoiceStatusSchema,
  lineKindSchema,
  type InvoiceStatus,
  type LineKind,
} from '../../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import { rate, taxPercent, type Rate, type TaxPercent } from '../../../shared/rate.ts'
import type { ReadDb } from '../../storage/database.ts'

/** What of an invoice stands on its paper; names are looked up for the day of each. */
export interface InvoiceOfPaper {
  readonly ref: string
  /** of the entry that made it */
  readonly entry: number
  /** whose it was when it was made: of two records that were merged since, the one of then */
  readonly customerId: number
  /** the number of the customer whose it is now */
  readonly owner: string
  readonly date: BusinessDate
  readonly status: InvoiceStatus
  readonly total: Cents
  readonly note: string
  readonly corrects: string | null
  readonly correctedBy: string | null
  readonly lines: readonly {
    readonly code: string
    readonly kind: LineKind
    readonly from: { readonly ref: string; readonly packageId: number } | null
    readonly quantity: Hundredths
    readonly rate: Rate
    readonly taxPercent: TaxPercent
    readonly amount: Cents
    /** its amount was agreed, instead of the rate's */
    readonly agreed: boolean
    readonly refunded: Cents
  }[]
  /** those that succeeded and were not taken back */
  readonly payments: readonly {
    readonly entry: number
    readonly date: BusinessDate
    readonly userId: number
    readonly payerId: number | null
    readonly tender: string
    readonly amount: Cents
    readonly refunded: Cents
    readonly note: string
  }[]
}

/** An invoice as its paper needs it; undefined where there is none of that reference. */
export async function invoiceOfPaper(db: ReadDb, ref: string): Promise<InvoiceOfPaper | undefined> {
  const row = await db
    .selectFrom('invoices as i')
    .innerJoin('entries as e', 'e.number', 'i.entry_number')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .leftJoin('invoices as old', 'old.id', 'i.corrects')
    .leftJoin('invoices as young', 'young.corrects', 'i.id')
    .select(['i.id', 'i.ref', 'i.entry_number', 'i.customer_id', 'i.date', 'i.status', 'i.total', 'e.note'])
    .select(['e.document', 'c.number as owner'])
    .select(['old.ref as corrects', 'young.ref as corrected_by'])
    .where('i.ref', '=', ref)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ref: row.ref,
    entry: row.entry_number,
    customerId: (await customerThen(db, row.document)) ?? row.customer_id,
    owner: row.owner,
    date: businessDate(row.date),
    status: invoiceStatusSchema.parse(row.status),
    total: cents(row.total),
    note: row.note,
    corrects: row.corrects,
    correctedBy: row.corrected_by,
    lines: await linesOf(db, row.id),
    payments: await paymentsOf(db, row.id),
  }
}

/** The customer whom the invoice was made for, as it was said then. */
async function customerThen(db: ReadDb, document: string): Promise<number | undefined> {
  const { given } = z.object({ given: z.object({ customer: z.string() }) }).parse(JSON.parse(document))
  const row = await db.selectFrom('customers').select('id').where('number', '=', given.customer).executeTakeFirst()
  return row?.id
}

async function linesOf(db: ReadDb, invoiceId: number): Promise<InvoiceOfPaper['lines']> {
  const rows = await db
    .selectFrom('invoice_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .leftJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .selectAll('l')
    .select(['c.kind', 'p.ref as package_ref', 'p.package_id'])
    .where('l.invoice_id', '=', invoiceId)
    .orderBy('l.line')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    kind: lineKindSchema.parse(row.kind),
    from:
      row.package_ref === null || row.package_id === null ? null : { ref: row.package_ref, packageId: row.package_id },
    quantity: hundredths(row.quantity),
    rate: rate(row.rate),
    taxPercent: taxPercent(row.tax_percent),
    amount: cents(row.amount),
    agreed: row.agreed === 1,
    refunded: cents(row.refunded_amount),
  }))
}

async function paymentsOf(db: ReadDb, invoiceId: number): Promise<InvoiceOfPaper['payments']> {
  const rows = await db
    .selectFrom('invoice_payments as i')
    .innerJoin('entries as e', 'e.number', 'i.entry_number')
    .select(['e.number', 'e.date', 'e.user_id', 'e.note', 'i.tender', 'i.amount', 'i.refunded', 'i.payer_id'])
    .where('i.invoice_id', '=', invoiceId)
    .where('i.failed', '=', 0)
    .where('i.reversed', '=', 0)
    .orderBy('i.payment')
    .execute()
  return rows.map((row) => ({
    entry: row.number,
    date: businessDate(row.date),
    userId: row.user_id,
    payerId: row.payer_id,
    tender: row.tender,
    amount: cents(row.amount),
    refunded: cents(row.refunded),
    note: row.note,
  }))
}
