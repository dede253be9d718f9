import type { Liability } from '../../../shared/contract/liability.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { CUSTOMER_KINDS, INVOICE_KINDS, SALES_KINDS, SCHOOL_KINDS, TENDER_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'
import { FUNDS_KINDS } from './liability-sums.ts'

type Proof = Liability['proof']

const MONEY_KINDS = [...SCHOOL_KINDS, ...FUNDS_KINDS, ...CUSTOMER_KINDS, ...INVOICE_KINDS, ...SALES_KINDS]

/** Where all the money is at the end of a business date, by the ledger's accounts alone. Throws where it does not add up. */
export async function moneyProof(db: ReadDb, to: BusinessDate): Promise<Proof> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select('a.kind')
    .select(({ fn }) => fn.sum<number>('p.amount').as('amount'))
    .where('a.kind', 'in', MONEY_KINDS)
    .where('e.date', '<=', to)
    .groupBy('a.kind')
    .execute()
  const sumOf = (kinds: readonly string[]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + amount, 0)
  const early = await fundsBeforeAdding(db, to)
  const proof: Proof = {
    collected: cents(sumOf(TENDER_KINDS)),
    packageFunds: cents(-sumOf(FUNDS_KINDS) - early),
    beforeAdding: cents(early),
    accounts: cents(-sumOf(CUSTOMER_KINDS)),
    onOpenInvoices: cents(-sumOf(INVOICE_KINDS)),
    revenue: cents(-sumOf(SALES_KINDS)),
    lapsed: cents(-sumOf(['lapsed'])),
    broughtOver: cents(sumOf(['brought_over'])),
    cashRounding: cents(sumOf(['cash_rounding'])),
  }
  const { collected, broughtOver, cashRounding, lapsed, ...owed } = proof
  const { packageFunds, beforeAdding, accounts, onOpenInvoices, revenue } = owed
  insistEqual(
    'what was collected and brought over',
    collected + broughtOver + cashRounding,
    packageFunds + beforeAdding + accounts + onOpenInvoices + revenue + lapsed,
  )
  return proof
}

/** Funds dated before the packages that they are on were added. */
async function fundsBeforeAdding(db: ReadDb, to: BusinessDate): Promise<number> {
  const row = await db
    .selectFrom('customer_packages as c')
    .innerJoin('accounts as a', 'a.owner', 'c.id')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(({ fn }) => fn.sum<number | null>('p.amount').as('amount'))
    .where('a.kind', 'in', FUNDS_KINDS)
    .where('e.date', '<=', to)
    .where('c.added', '>', to)
    .executeTakeFirst()
  return -(row?.amount ?? 0)
}

/** What a report gives must be what the ledger gives, to the minor unit. */
export function insistEqual(what: string, given: number, ledger: number): void {
  if (given !== ledger) throw new Error(`${what}: the report gives ${given} minor units, the ledger ${ledger}`)
}
