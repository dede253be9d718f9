import type { CallOutput } from '../../../shared/contract/index.ts'
import type { InvoiceRow } from '../../../shared/contract/invoices.ts'
import { invoiceStatusSchema, type InvoiceStatus } from '../../../shared/contract/values.ts'
import { businessDate } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { matchesWords, searchWords } from '../../../shared/search-words.ts'
import { say } from '../../../shared/words/say.ts'
import { usualPayerOf } from '../../billing/usual-payer-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { cursorPlace, cursorText } from './cursor.ts'
import { lastEntryOf } from '../packages/last-entry.ts'
import { shownInvoice } from '../packages/shown-invoice.ts'

export interface InvoicesChoice {
  readonly search: string
  readonly status: InvoiceStatus | null
  readonly after: string | null
  readonly limit: number
}

const ROWS_AT_ONCE = 500

/** One page of Billing > Invoices, newest first, by keyset. Deleted ones are hidden. */
export async function invoicesPage(
  db: ReadDb,
  choice: InvoicesChoice,
): Promise<{ rows: InvoiceRow[]; next: string | null }> {
  const wanted = searchWords(choice.search)
  // Signs are in no word: a search of nothing but signs finds nothing.
  if (wanted.length === 0 && choice.search.trim() !== '') return { rows: [], next: null }
  const found: { readonly id: number; readonly row: InvoiceRow }[] = []
  let before = placeOf(choice.after)
  const atOnce = wanted.length === 0 ? choice.limit + 1 : ROWS_AT_ONCE
  for (;;) {
    const rows = await newestInvoices(db, choice.status, before, atOnce)
    for (const row of rows) {
      if (matchesWords([row.ref, row.number, row.name], wanted)) found.push({ id: row.id, row: invoiceRow(row) })
    }
    before = rows.at(-1)?.id ?? null
    if (found.length > choice.limit || rows.length < atOnce) break
  }
  const page = found.slice(0, choice.limit)
  const last = page.at(-1)
  return { rows: page.map(({ row }) => row), next: found.length > choice.limit && last ? cursorText([last.id]) : null }
}

function invoiceQuery(db: ReadDb) {
  return db
    .selectFrom('invoices as i')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .select(['i.id', 'i.ref', 'i.date', 'i.total', 'i.status', 'c.number', 'c.name'])
    .select(({ selectFrom }) =>
      selectFrom('invoice_payments as p')
        .select(({ fn }) => fn.sum<number | null>('p.amount').as('paid'))
        .whereRef('p.invoice_id', '=', 'i.id')
        .where('p.failed', '=', 0)
        .where('p.reversed', '=', 0)
        .as('paid'),
    )
}

function newestInvoices(db: ReadDb, status: InvoiceStatus | null, before: number | null, most: number) {
  let query = invoiceQuery(db)
  query = status === null ? query.where('i.status', '<>', 'deleted') : query.where('i.status', '=', status)
  if (before !== null) query = query.where('i.id', '<', before)
  return query.orderBy('i.id', 'desc').limit(most).execute()
}

type NewestInvoice = Awaited<ReturnType<typeof newestInvoices>>[number]

function invoiceRow(row: NewestInvoice): InvoiceRow {
  const status = invoiceStatusSchema.parse(row.status)
  return {
    ref: row.ref,
    date: businessDate(row.date),
    customerNumber: row.number,
    customerName: row.name,
    status,
    total: cents(row.total),
    due: dueOn(status, row.total, row.paid ?? 0),
  }
}

/** Something is due only on an open or partially paid invoice. */
function dueOn(status: InvoiceStatus, total: number, paid: number) {
  return cents(status === 'open' || status === 'partially_paid' ? total - paid : 0)
}

function placeOf(after: string | null): number | null {
  const [id] = (after === null ? undefined : cursorPlace(after)) ?? []
  return typeof id === 'number' ? id : null
}

/** One invoice with lines, payments, and what it corrects. Refused: not_found. */
export async function invoiceDetails(db: ReadDb, ref: string): Promise<Outcome<CallOutput<'invoices.get'>>> {
  const shown = await shownInvoice(db, ref)
  if (!shown)
    return refused('not_found', say('reports.there_is_no_invoice_ref', { ref }), {
      field: 'ref',
      remedy: say('reports.go_back_to_the_list_and_choose_again'),
    })
  const links = await db
    .selectFrom('invoices as i')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .leftJoin('invoices as old', 'old.id', 'i.corrects')
    .leftJoin('invoices as young', 'young.corrects', 'i.id')
    .select(['c.number', 'c.name', 'old.ref as corrects', 'young.ref as corrected_by'])
    .where('i.ref', '=', ref)
    .executeTakeFirstOrThrow()
  const standing = shown.payments.filter(({ failed, reversed }) => !failed && !reversed)
  const paid = standing.reduce((sum, { amount }) => sum + amount, 0)
  return done({
    ...shown,
    customerNumber: links.number,
    customerName: links.name,
    usualPayer: await usualPayerOf(db, links.number),
    due: dueOn(shown.status, shown.total, paid),
    corrects: links.corrects,
    correctedBy: links.corrected_by,
    basis: await basisOf(db, shown),
  })
}

/** What a form about an invoice is built on: the invoice itself, and each customer package on it. */
async function basisOf(
  db: ReadDb,
  invoice: NonNullable<Awaited<ReturnType<typeof shownInvoice>>>,
): Promise<CallOutput<'invoices.get'>['basis']> {
  const packages = new Set(invoice.lines.flatMap(({ packageRef }) => packageRef ?? []))
  const shown = [
    { of: 'invoice' as const, ref: invoice.ref },
    ...[...packages].map((ref) => ({ of: 'package' as const, ref })),
  ]
  return Promise.all(shown.map(async (part) => ({ ...part, entry: await lastEntryOf(db, part) })))
}

const MOST_OF_A_CUSTOMER = 200

/** The invoices of one customer, newest first; deleted ones are hidden. */
export async function invoicesOfCustomer(db: ReadDb, number: string): Promise<InvoiceRow[]> {
  const rows = await invoiceQuery(db)
    .where('c.number', '=', number)
    .where('i.status', '<>', 'deleted')
    .orderBy('i.id', 'desc')
    .limit(MOST_OF_A_CUSTOMER)
    .execute()
  return rows.map(invoiceRow)
}
