import type { CustomerPayment } from '../../../shared/contract/customers.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { TENDER_KINDS } from '../../billing/account-names.ts'
import { withReceiptOf } from '../../billing/moved-money.ts'
import type { ReadDb } from '../../storage/database.ts'

const ON_PACKAGES = withReceiptOf('package')
const ON_INVOICES = withReceiptOf('invoice')
const ON_ACCOUNT = withReceiptOf('account')
/** With what rounding cash left, so that amounts are exact. */
const OUTSIDE = [...TENDER_KINDS, 'cash_rounding'] as const
const MOST_OF_A_CUSTOMER = 200

/** Every payment of a customer and everything that went back, newest first: what has a receipt. */
export async function customerPayments(db: ReadDb, number: string): Promise<CustomerPayment[]> {
  const customer = await db.selectFrom('customers').select('id').where('number', '=', number).executeTakeFirst()
  if (!customer) return []
  const entries = await entriesOf(db, customer.id)
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('postings as p', 'p.entry_number', 'e.number')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['e.number', 'e.date', 'e.action', 'e.ref', 'a.kind'])
    .select(({ fn }) => fn.sum<number>('p.amount').as('amount'))
    .where('e.number', 'in', entries)
    .where('a.kind', 'in', [...OUTSIDE, 'customer_account', 'package_drawn'])
    .groupBy(['e.number', 'a.kind'])
    .orderBy('e.number', 'desc')
    .execute()
  return [...Map.groupBy(rows, (row) => row.number).values()].flatMap((parts) => {
    const [row] = parts
    if (!row) return []
    const amount = cents(amountOf(row.action, parts))
    const { number: entry, date, action, ref } = row
    return amount === 0 ? [] : [{ entry, date: businessDate(date), action, ref, amount }]
  })
}

/** The numbers of the newest entries that may have moved money of a customer. */
async function entriesOf(db: ReadDb, customerId: number): Promise<number[]> {
  const onPackages = await db
    .selectFrom('customer_packages as p')
    .innerJoin('history as h', 'h.customer_package_id', 'p.id')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .select('e.number')
    .where('p.customer_id', '=', customerId)
    .where('e.action', 'in', ON_PACKAGES)
    .orderBy('e.number', 'desc')
    .limit(MOST_OF_A_CUSTOMER)
    .execute()
  const onInvoices = await db
    .selectFrom('invoices as i')
    .innerJoin('entries as e', 'e.ref', 'i.ref')
    .select('e.number')
    .where('i.customer_id', '=', customerId)
    .where('e.action', 'in', ON_INVOICES)
    .orderBy('e.number', 'desc')
    .limit(MOST_OF_A_CUSTOMER)
    .execute()
  const onAccount = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select('e.number')
    .where('a.kind', '=', 'customer_account')
    .where('a.owner', '=', customerId)
    .where('e.action', 'in', ON_ACCOUNT)
    .orderBy('e.number', 'desc')
    .limit(MOST_OF_A_CUSTOMER)
    .execute()
  const all = new Set([...onPackages, ...onInvoices, ...onAccount].map((row) => row.number))
  return [...all].toSorted((one, other) => other - one).slice(0, MOST_OF_A_CUSTOMER)
}

/** What came in, below zero what went back. Into and out of the account itself, the other side is the tender. */
function amountOf(action: string, parts: readonly { readonly kind: string; readonly amount: number }[]): number {
  const sumOf = (outside: boolean) =>
    parts
      .filter(({ kind }) => OUTSIDE.some((own) => own === kind) === outside)
      .reduce((sum, { amount }) => sum + Number(amount), 0)
  const outside = sumOf(true)
  return ON_ACCOUNT.includes(action) && outside !== 0 ? outside : outside + sumOf(false)
}
