import {
  invoiceStatusSchema,
  packageStatusSchema,
  type InvoiceStatus,
  type LineKind,
  type PackageStatus,
} from '../../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { PACKAGE_KINDS } from '../../billing/account-names.ts'
import { statusOn } from '../../billing/customer-package.ts'
import { lineKind } from '../../billing/catalogue-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { accountBalances } from './account-balances.ts'
import { lineFigures, moneyFigures, priceOf, type LineFigures, type MoneyFigures } from './package-figures.ts'

export interface BalancesChoice {
  /** null: now */
  readonly asOf: BusinessDate | null
  /** a customer's number; null for all */
  readonly customer: string | null
  /** the school's today: after its last valid day a package reads as expired */
  readonly today: BusinessDate
}

export interface PackageBalances extends MoneyFigures {
  readonly ref: string
  readonly status: PackageStatus
  readonly customer: string
  readonly package: string
  readonly total: Cents
  /** the last valid day; null: it never ends */
  readonly expires: BusinessDate | null
  /** numbers of the customers who may fly from it, too */
  readonly members: readonly string[]
  readonly lines: readonly (LineFigures & { readonly code: string; readonly kind: LineKind })[]
}

/** Every balance of the school. Packages and invoices by ref, accounts by customer number; no invoices as of a date. */
export interface SchoolBalances {
  readonly packages: readonly PackageBalances[]
  readonly accounts: readonly { readonly customer: string; readonly balance: Cents }[]
  readonly invoices:
    | readonly {
        readonly ref: string
        readonly customer: string
        readonly total: Cents
        readonly status: InvoiceStatus
      }[]
    | null
}

export async function schoolBalances(db: ReadDb, choice: BalancesChoice): Promise<SchoolBalances> {
  return {
    packages: await packageBalances(db, choice),
    accounts: await customerAccounts(db, choice),
    invoices: choice.asOf === null ? await invoices(db, choice.customer) : null,
  }
}

async function packageBalances(db: ReadDb, choice: BalancesChoice): Promise<PackageBalances[]> {
  const { asOf, customer, today } = choice
  const packs = await db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .innerJoin('package_list as l', 'l.customer_package_id', 'p.id')
    .select(['p.id', 'p.ref', 'p.last_valid', 'l.status', 'c.number', 'k.code'])
    .$if(asOf !== null, (query) => query.where('p.added', '<=', asOf ?? ''))
    .$if(customer !== null, (query) => query.where('c.number', '=', customer ?? ''))
    .orderBy('p.ref')
    .execute()
  const lines = Map.groupBy(await packageLines(db), (line) => line.customer_package_id)
  const balances = Map.groupBy(await accountBalances(db, { kinds: PACKAGE_KINDS, asOf }), (balance) => balance.owner)
  const members = Map.groupBy(await lastingMembers(db), ({ customer_package_id: pack }) => pack)
  return packs.map(({ id, ref, last_valid, status, number, code }) => {
    const own = balances.get(id) ?? []
    const total = priceOf(own)
    const expires = last_valid === null ? null : businessDate(last_valid)
    return {
      ref,
      status: statusOn(packageStatusSchema.parse(status), expires, today),
      customer: number,
      package: code,
      total,
      expires,
      members: (members.get(id) ?? []).map((member) => member.number),
      ...moneyFigures(total, own),
      lines: (lines.get(id) ?? []).map((line) => ({
        code: line.code,
        kind: lineKind(line.kind),
        ...lineFigures(line.line, own),
      })),
    }
  })
}

/** The customers who may fly from somebody else's package, by their numbers. */
function lastingMembers(db: ReadDb) {
  return db
    .selectFrom('package_members as m')
    .innerJoin('customers as c', 'c.id', 'm.customer_id')
    .select(['m.customer_package_id', 'c.number'])
    .where('m.until_date', 'is', null)
    .orderBy('c.number')
    .execute()
}

function packageLines(db: ReadDb) {
  return db
    .selectFrom('customer_package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.customer_package_id', 'l.line', 'l.code', 'c.kind'])
    .orderBy('l.customer_package_id')
    .orderBy('l.line')
    .execute()
}

async function customerAccounts(db: ReadDb, { asOf, customer }: BalancesChoice): Promise<SchoolBalances['accounts']> {
  const balances = await accountBalances(db, { kinds: ['customer_account'], asOf })
  const byOwner = new Map(balances.map((balance) => [balance.owner, balance.amount]))
  const customers = await db
    .selectFrom('customers')
    .select(['id', 'number'])
    .$if(customer !== null, (query) => query.where('number', '=', customer ?? ''))
    .orderBy('number')
    .execute()
  return customers.flatMap(({ id, number }) => {
    const amount = byOwner.get(id)
    return amount === undefined ? [] : [{ customer: number, balance: cents(-amount) }]
  })
}

async function invoices(db: ReadDb, customer: string | null): Promise<SchoolBalances['invoices']> {
  const rows = await db
    .selectFrom('invoices as i')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .select(['i.ref', 'c.number', 'i.total', 'i.status'])
    .$if(customer !== null, (query) => query.where('c.number', '=', customer ?? ''))
    .orderBy('i.ref')
    .execute()
  return rows.map((row) => ({
    ref: row.ref,
    customer: row.number,
    total: cents(row.total),
    status: invoiceStatusSchema.parse(row.status),
  }))
}
