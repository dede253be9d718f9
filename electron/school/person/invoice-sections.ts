import { rate, rateText } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import type { ReadDb } from '../../storage/database.ts'
import { section, yesNo, type PersonColumn, type PersonSection } from './section.ts'
import type { Whose } from './whose-store.ts'

/** Invoices with their lines and payments, and what was paid for others. */
export async function invoiceSections(db: ReadDb, whose: Whose): Promise<PersonSection[]> {
  const { customers, invoices } = whose
  const own = await paymentsOf(db).where('p.invoice_id', 'in', invoices).execute()
  const forOthers = await paymentsOf(db)
    .where('p.payer_id', 'in', customers)
    .where('p.invoice_id', 'not in', invoices)
    .execute()
  const payments = own.map((row) => ({ ...row, byAnother: row.payer_id !== null && !customers.includes(row.payer_id) }))
  return [
    section('invoices', say('person.invoices'), INVOICES, await invoicesOf(db, invoices)),
    section('invoice_lines', say('person.invoice_lines'), LINES, await linesOf(db, invoices)),
    section('invoice_payments', say('person.invoice_payments'), PAYMENTS, payments),
    section('paid_for_others', say('person.paid_for_others'), PAID, forOthers),
  ]
}

function invoicesOf(db: ReadDb, invoices: readonly number[]) {
  return db
    .selectFrom('invoices as i')
    .leftJoin('invoices as c', 'c.id', 'i.corrects')
    .select(['i.ref', 'i.date', 'i.total', 'i.status', 'i.entry_number', 'c.ref as corrects'])
    .where('i.id', 'in', invoices)
    .orderBy('i.id')
    .execute()
}

const INVOICES: readonly PersonColumn<Awaited<ReturnType<typeof invoicesOf>>[number]>[] = [
  { key: 'reference', title: say('person.reference'), kind: 'text', value: (row) => row.ref },
  { key: 'date', title: say('person.date'), kind: 'date', value: (row) => row.date },
  { key: 'status', title: say('person.status'), kind: 'text', value: (row) => row.status },
  { key: 'total', title: say('person.total'), kind: 'money', value: (row) => row.total },
  { key: 'corrects', title: say('person.corrects'), kind: 'text', value: (row) => row.corrects },
  { key: 'entry', title: say('person.entry'), kind: 'count', value: (row) => row.entry_number },
]

function linesOf(db: ReadDb, invoices: readonly number[]) {
  return db
    .selectFrom('invoice_lines as l')
    .innerJoin('invoices as i', 'i.id', 'l.invoice_id')
    .leftJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .selectAll('l')
    .select(['i.ref', 'p.ref as package'])
    .where('l.invoice_id', 'in', invoices)
    .orderBy('l.invoice_id')
    .orderBy('l.line')
    .execute()
}

const LINES: readonly PersonColumn<Awaited<ReturnType<typeof linesOf>>[number]>[] = [
  { key: 'invoice', title: say('person.invoice'), kind: 'text', value: (row) => row.ref },
  { key: 'line', title: say('person.line'), kind: 'count', value: (row) => row.line },
  { key: 'package', title: say('person.package'), kind: 'text', value: (row) => row.package },
  { key: 'code', title: say('person.code'), kind: 'text', value: (row) => row.code },
  { key: 'quantity', title: say('person.quantity'), kind: 'quantity', value: (row) => row.quantity },
  { key: 'rate', title: say('person.rate'), kind: 'text', value: (row) => rateText(rate(row.rate)) },
  { key: 'tax', title: say('person.tax'), kind: 'percent', value: (row) => row.tax_percent },
  { key: 'amount', title: say('person.amount'), kind: 'money', value: (row) => row.amount },
  {
    key: 'refunded_quantity',
    title: say('person.refunded_quantity'),
    kind: 'quantity',
    value: (row) => row.refunded_quantity,
  },
  { key: 'refunded', title: say('person.refunded'), kind: 'money', value: (row) => row.refunded_amount },
]

function paymentsOf(db: ReadDb) {
  return db
    .selectFrom('invoice_payments as p')
    .innerJoin('invoices as i', 'i.id', 'p.invoice_id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .selectAll('p')
    .select(['i.ref', 'e.date'])
    .orderBy('p.entry_number')
    .orderBy('p.payment')
}

type Payment = Awaited<ReturnType<ReturnType<typeof paymentsOf>['execute']>>[number]

/** Of a payment for another customer: what this one paid, not for what. */
const PAID: readonly PersonColumn<Payment>[] = [
  { key: 'date', title: say('person.date'), kind: 'date', value: (row) => row.date },
  { key: 'entry', title: say('person.entry'), kind: 'count', value: (row) => row.entry_number },
  { key: 'tender', title: say('person.tender'), kind: 'text', value: (row) => row.tender },
  { key: 'amount', title: say('person.amount'), kind: 'money', value: (row) => row.amount },
  { key: 'failed', title: say('person.failed'), kind: 'text', value: (row) => yesNo(row.failed === 1) },
  { key: 'refunded', title: say('person.refunded'), kind: 'money', value: (row) => row.refunded },
  { key: 'reversed', title: say('person.reversed'), kind: 'text', value: (row) => yesNo(row.reversed === 1) },
]

const PAYMENTS: readonly PersonColumn<Payment & { readonly byAnother: boolean }>[] = [
  { key: 'invoice', title: say('person.invoice'), kind: 'text', value: (row) => row.ref },
  ...PAID,
  {
    key: 'payer',
    title: say('person.payer'),
    kind: 'text',
    value: (row) => say(row.byAnother ? 'person.another' : 'person.the_customer'),
  },
]
