import { SALES_KINDS } from '../billing/account-names.ts'
import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'

const MOST_FINDINGS = 100
const PAYMENTS_A_READING = 500

/** What is kept of invoices beside the ledger agrees with it: totals, states, and the list of payments. */
export async function verifyInvoices(db: ReadDb): Promise<Finding[]> {
  return [
    ...(await wrongTotals(db)),
    ...(await wrongRefunds(db)),
    ...(await wrongStates(db)),
    ...(await wrongPayments(db)),
  ]
}

/** A total is the sum of the lines. */
async function wrongTotals(db: ReadDb): Promise<Finding[]> {
  const rows = await db
    .selectFrom('invoices as i')
    .leftJoin('invoice_lines as l', 'l.invoice_id', 'i.id')
    .select(['i.ref', 'i.entry_number'])
    .groupBy('i.id')
    .having(({ eb, fn, val, ref }) => eb(ref('i.total'), '<>', fn.coalesce(fn.sum<number>('l.amount'), val(0))))
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ ref, entry_number }) =>
    found(entry_number, `The total kept for ${ref} is not the sum of its lines.`),
  )
}

/** What was refunded of the lines is what refunds took back from the sales. */
async function wrongRefunds(db: ReadDb): Promise<Finding[]> {
  const rows = await db
    .with('refunds', (query) =>
      query
        .selectFrom('entries as e')
        .innerJoin('postings as p', 'p.entry_number', 'e.number')
        .innerJoin('accounts as a', 'a.id', 'p.account_id')
        .select(['e.ref', ({ fn }) => fn.sum<number>('p.amount').as('amount')])
        .where('e.action', '=', 'invoice_refund')
        .where('a.kind', 'in', SALES_KINDS)
        .groupBy('e.ref'),
    )
    .selectFrom('invoices as i')
    .innerJoin('invoice_lines as l', 'l.invoice_id', 'i.id')
    .leftJoin('refunds as r', 'r.ref', 'i.ref')
    .select(['i.ref', 'i.entry_number'])
    .groupBy('i.id')
    .having(({ eb, fn, val }) => eb(fn.sum<number>('l.refunded_amount'), '<>', fn.coalesce('r.amount', val(0))))
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ ref, entry_number }) =>
    found(entry_number, `What is kept as refunded on ${ref} is not what the ledger's refunds took back.`),
  )
}

/** A state is what the payments, refunds, voids and deletions in the ledger make of it. */
async function wrongStates(db: ReadDb): Promise<Finding[]> {
  const rows = await db
    .with('paid', (query) =>
      query
        .selectFrom('invoice_payments')
        .select(['invoice_id', ({ fn }) => fn.sum<number>('amount').as('amount')])
        .where('failed', '=', 0)
        .where('reversed', '=', 0)
        .groupBy('invoice_id'),
    )
    .with('stands', (query) =>
      query
        .selectFrom('invoice_lines')
        .select('invoice_id')
        .whereRef('refunded_quantity', '<', 'quantity')
        .groupBy('invoice_id'),
    )
    .selectFrom('invoices as i')
    .leftJoin('paid as p', 'p.invoice_id', 'i.id')
    .leftJoin('stands as s', 's.invoice_id', 'i.id')
    .leftJoin('entries as v', (on) => on.onRef('v.ref', '=', 'i.ref').on('v.action', '=', 'invoice_void'))
    .leftJoin('entries as d', (on) => on.onRef('d.ref', '=', 'i.ref').on('d.action', '=', 'invoice_delete'))
    .select(['i.ref', 'i.entry_number'])
    .where(({ eb, exists, selectFrom }) => {
      const refunded = exists(
        selectFrom('entries as r')
          .select('r.number')
          .whereRef('r.ref', '=', 'i.ref')
          .where('r.action', '=', 'invoice_refund'),
      )
      const state = eb
        .case()
        .when('v.number', 'is not', null)
        .then('void')
        .when('d.number', 'is not', null)
        .then('deleted')
        .when(eb.and([refunded, eb('s.invoice_id', 'is', null)]))
        .then('refunded')
        .when(refunded)
        .then('partially_refunded')
        .when('p.amount', 'is', null)
        .then('open')
        .when('p.amount', '=', eb.ref('i.total'))
        .then('paid')
        .else('partially_paid')
        .end()
      return eb('i.status', '<>', state)
    })
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ ref, entry_number }) =>
    found(entry_number, `The state kept for ${ref} is not what the ledger makes of it.`),
  )
}

/** Each payment stands in the list of its invoice, as the entry's document has it. */
async function wrongPayments(db: ReadDb): Promise<Finding[]> {
  const findings: Finding[] = []
  let last = 0
  for (;;) {
    const entries = await db
      .selectFrom('entries')
      .select(['number', 'ref', 'document'])
      .where('action', '=', 'invoice_payment')
      .where('number', '>', last)
      .orderBy('number')
      .limit(PAYMENTS_A_READING)
      .execute()
    const listed = await listedPayments(db, [...new Set(entries.map(({ ref }) => ref))])
    for (const { number, ref, document } of entries) {
      last = number
      const payment = listed.get(number)
      if (payment?.ref !== ref || !agrees(payment, document))
        findings.push(found(number, `The payments kept for ${ref} are not those that entry ${number} made.`))
    }
    if (entries.length < PAYMENTS_A_READING) return findings
  }
}

interface ListedPayment {
  readonly ref: string
  readonly tender: string
  readonly amount: number
  readonly failed: number
}

async function listedPayments(db: ReadDb, refs: readonly string[]): Promise<ReadonlyMap<number, ListedPayment>> {
  if (refs.length === 0) return new Map()
  const rows = await db
    .selectFrom('invoices as i')
    .innerJoin('invoice_payments as p', 'p.invoice_id', 'i.id')
    .select(['p.entry_number', 'i.ref', 'p.tender', 'p.amount', 'p.failed'])
    .where('i.ref', 'in', refs)
    .execute()
  return new Map(rows.map((row) => [row.entry_number, row]))
}

function agrees({ tender, amount, failed }: ListedPayment, document: string): boolean {
  const { given, paid } = JSON.parse(document) as {
    given: { method?: unknown; amount?: unknown; status?: unknown }
    paid?: unknown
  }
  // The drawer's rounded amount may have paid all that was due.
  const exact = paid ?? given.amount
  return (
    tender === given.method &&
    failed === (given.status === 'failed' ? 1 : 0) &&
    (exact === undefined || exact === amount)
  )
}

function found(entry: number, message: string): Finding {
  return { check: 'records', entry, message }
}
