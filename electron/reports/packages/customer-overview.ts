import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { AccountEntry, PackageWidget } from '../../../shared/contract/customers.ts'
import { tenderSchema, type Tender } from '../../../shared/contract/values.ts'
import { businessDate, businessDateAt } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { readCustomer } from '../../billing/customer-store.ts'
import { readRunningLowPolicy } from '../../billing/policies-store.ts'
import { readSchool } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { invoicesOfCustomer } from '../lists/invoices-list.ts'
import { customerPayments } from './customer-payments-store.ts'
import { packageBalance } from './package-balance.ts'
import { lowPackages } from '../lists/running-low.ts'

/** What of an overview may be seen. Hours always are. */
export interface OverviewAccess {
  readonly account: boolean
  readonly money: boolean
  /** of the packages of others from which the customer may fly */
  readonly moneyOfOthers: boolean
  readonly transactions: boolean
}

/** One customer's packages, account, invoices and account history, as far as they may be seen. Refused: not_found. */
export async function customerOverview(
  db: ReadDb,
  number: string,
  may: OverviewAccess,
  now: Date,
): Promise<Outcome<CallOutput<'customers.overview'>>> {
  const customer = await readCustomer(db, number)
  if (!customer)
    return refused('not_found', say('reports.there_is_no_customer_number', { number }), {
      field: 'number',
      remedy: say('reports.check_how_it_is_written'),
    })
  const history = await accountHistory(db, number)
  return done({
    customer,
    ...(await mergesOf(db, number)),
    account: may.account ? (history[0]?.balance ?? cents(0)) : null,
    accountEntry: may.account ? (history[0]?.entry ?? 0) : null,
    packages: await packageWidgets(db, number, may, now),
    invoices: may.transactions ? await invoicesOfCustomer(db, number) : null,
    accountHistory: may.transactions && may.account ? history : null,
    payments: may.transactions ? await customerPayments(db, number) : null,
  })
}

/** Whose the record is since a merge, and those that became this one. */
async function mergesOf(
  db: ReadDb,
  number: string,
): Promise<Pick<CallOutput<'customers.overview'>, 'mergedInto' | 'mergedFrom'>> {
  const into = await db
    .selectFrom('customers as c')
    .innerJoin('customers as other', 'other.id', 'c.merged_into')
    .select(['other.number', 'other.name', 'c.merged_on as on'])
    .where('c.number', '=', number)
    .executeTakeFirst()
  const mergedFrom = await db
    .selectFrom('customers as c')
    .innerJoin('customers as other', 'other.merged_into', 'c.id')
    .select(['other.number', 'other.name'])
    .where('c.number', '=', number)
    .orderBy('other.number')
    .execute()
  const on = into?.on ?? null
  return { mergedInto: into && on !== null ? { ...into, on: businessDate(on) } : null, mergedFrom }
}

async function packageWidgets(db: ReadDb, number: string, may: OverviewAccess, now: Date): Promise<PackageWidget[]> {
  const packs = await db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .select(['p.id', 'p.ref'])
    .where('c.number', '=', number)
    .orderBy('p.id')
    .execute()
  const flown = await flownFrom(db, number)
  const school = await readSchool(db)
  const today = businessDateAt(now, school?.timeZone ?? 'UTC')
  const ids = [...packs, ...flown].map(({ id }) => id)
  const low = await lowPackages(db, await readRunningLowPolicy(db), today, ids)
  const widgets: PackageWidget[] = []
  for (const { id, ref } of [...packs, ...flown]) {
    const balance = await packageBalance(db, ref, null, today)
    if (!balance.ok) throw new Error(balance.failure.message)
    const last = await db
      .selectFrom('history')
      .select(({ fn }) => fn.max<number>('entry_number').as('entry'))
      .where('customer_package_id', '=', id)
      .executeTakeFirst()
    const whole = { ...balance.value, lastEntry: last?.entry ?? 0, low: low.get(id) ?? [] }
    const own = whole.customerNumber === number
    widgets.push(widget(whole, own ? may.money : may.moneyOfOthers))
  }
  return widgets
}

/** The packages of others from which a customer may fly now. */
function flownFrom(db: ReadDb, number: string) {
  return db
    .selectFrom('package_members as m')
    .innerJoin('customers as c', 'c.id', 'm.customer_id')
    .innerJoin('customer_packages as p', 'p.id', 'm.customer_package_id')
    .select(['p.id', 'p.ref'])
    .where('c.number', '=', number)
    .where('m.until_date', 'is', null)
    .where('p.removed_on', 'is', null)
    .orderBy('p.id')
    .execute()
}

function widget(whole: PackageWidget, money: boolean): PackageWidget {
  if (money) return whole
  const lines = whole.lines.map((line) => ({
    ...line,
    dollarsIncluded: null,
    dollarsUsed: null,
    dollarsRemaining: null,
  }))
  const low = whole.low.filter(({ kind }) => kind !== 'funds')
  return { ...whole, price: null, paid: null, owed: null, funds: null, toPay: null, lines, low }
}

/** Every movement of a customer's account, newest first, with the balance after it. */
async function accountHistory(db: ReadDb, number: string): Promise<AccountEntry[]> {
  const rows = await db
    .selectFrom('customers as c')
    .innerJoin('accounts as a', 'a.owner', 'c.id')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .leftJoin('undone as d', 'd.entry_number', 'e.number')
    .select(['e.number', 'e.date', 'e.action', 'e.ref', 'p.amount', 'u.name', 'e.note', 'e.document', 'd.by_entry'])
    .where('c.number', '=', number)
    .where('a.kind', '=', 'customer_account')
    .orderBy('e.number')
    .execute()
  let balance = 0
  const entries = rows.map((row) => {
    balance -= row.amount
    return {
      entry: row.number,
      date: businessDate(row.date),
      action: row.action,
      ref: row.ref,
      change: cents(-row.amount),
      balance: cents(balance),
      userName: row.name,
      note: row.note,
      deposit: row.action === 'account_deposit' && row.by_entry === null ? depositTender(row.document) : null,
    }
  })
  return entries.toReversed()
}

const depositSchema = z.object({ given: z.object({ method: tenderSchema }) })

function depositTender(document: string): Tender {
  return depositSchema.parse(JSON.parse(document)).given.method
}
