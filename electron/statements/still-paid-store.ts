import type { BusinessDate } from '../../shared/dates.ts'
import { CUSTOMER_KINDS, TENDER_KINDS } from '../billing/account-names.ts'
import type { ReadDb } from '../storage/database.ts'

/** What takes back something that was paid on an invoice. */
const TAKING_BACK = ['invoice_payment_reversal', 'invoice_refund', 'invoice_void', 'invoice_delete']

interface Payment {
  readonly entry: number
  readonly tender: string
  readonly amount: number
  /** what of it stands */
  left: number
  reversed: boolean
}

/**
 * What of each payment of an invoice stood at the end of a day, as the ledger knew it at an entry, by the payment's
 * entry: its refunds are gone through again, each to the other tenders, the last one first.
 */
export async function stillPaid(
  db: ReadDb,
  ref: string,
  then: { readonly asOf: BusinessDate; readonly head: number },
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('invoice_payments as p')
    .innerJoin('invoices as i', 'i.id', 'p.invoice_id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['p.entry_number as entry', 'p.tender', 'p.amount'])
    .where('i.ref', '=', ref)
    .where('p.failed', '=', 0)
    .where('e.number', '<=', then.head)
    .where('e.date', '<=', then.asOf)
    .orderBy('p.payment')
    .execute()
  const payments: Payment[] = rows.map((row) => ({ ...row, left: row.amount, reversed: false }))
  for (const taking of await takingBack(db, ref, then)) takeBack(payments, taking)
  return new Map(payments.map(({ entry, left }) => [entry, left]))
}

interface Taking {
  readonly entry: number
  readonly action: string
  readonly document: string
  /** what went back by other tenders than the package's, in minor units */
  readonly back: number
}

async function takingBack(
  db: ReadDb,
  ref: string,
  { asOf, head }: { readonly asOf: BusinessDate; readonly head: number },
): Promise<Taking[]> {
  const rows = await db
    .selectFrom('entries as e')
    .leftJoin('postings as p', 'p.entry_number', 'e.number')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'p.account_id').on('a.kind', 'in', [...TENDER_KINDS, 'cash_rounding', ...CUSTOMER_KINDS]),
    )
    .select(['e.number as entry', 'e.action', 'e.document', 'a.id as account', 'p.amount'])
    .where('e.ref', '=', ref)
    .where('e.action', 'in', TAKING_BACK)
    .where('e.number', '<=', head)
    .where('e.date', '<=', asOf)
    .orderBy('e.number')
    .execute()
  return [...Map.groupBy(rows, ({ entry }) => entry)].flatMap(([entry, parts]) => {
    const [first] = parts
    if (!first) return []
    const back = parts.reduce((sum, { account, amount }) => sum - (account === null ? 0 : (amount ?? 0)), 0)
    return [{ entry, action: first.action, document: first.document, back }]
  })
}

function takeBack(payments: readonly Payment[], { entry, action, document, back }: Taking): void {
  const before = payments.filter(
    (payment) => payment.entry < entry && !payment.reversed && payment.tender !== 'package',
  )
  if (action === 'invoice_payment_reversal') {
    const { given } = JSON.parse(document) as { given: { method?: string } }
    // It takes back the whole of one payment: the last of that tender and amount.
    const taken = before.findLast((payment) => payment.tender === given.method && payment.amount === back)
    if (taken) Object.assign(taken, { left: 0, reversed: true })
    return
  }
  let left = back
  for (const payment of before.toReversed()) {
    const part = Math.min(left, payment.left)
    payment.left -= part
    left -= part
  }
}
