import { packageStatusSchema, type PackageStatus } from '../../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { PACKAGE_KINDS } from '../../billing/account-names.ts'
import { statusOn } from '../../billing/customer-package.ts'
import { lineKind } from '../../billing/catalogue-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { accountBalances, type AccountBalance } from './account-balances.ts'
import { lineFigures, moneyFigures, priceOf, type MoneyFigures } from './package-figures.ts'
import { everyInvoice, invoicesOf, type InvoiceBalance } from './school-invoices.ts'
import { figuresNow, type CodeFigures, type FiguresNow } from './school-lines.ts'

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
  readonly lines: readonly CodeFigures[]
}

export interface AccountOfCustomer {
  readonly customer: string
  readonly balance: Cents
}

/** Every balance of the school. Packages and invoices by ref, accounts by customer number; no invoices as of a date. */
export interface SchoolBalances {
  readonly packages: readonly PackageBalances[]
  readonly accounts: readonly AccountOfCustomer[]
  readonly invoices: readonly InvoiceBalance[] | null
}

/** The same, each made when it is its turn: for going through once. What they are made of was read before. */
export interface BalancesInTurn {
  readonly packages: Iterable<PackageBalances>
  readonly accounts: Iterable<AccountOfCustomer>
  readonly invoices: Iterable<InvoiceBalance> | null
}

export async function schoolBalances(db: ReadDb, choice: BalancesChoice): Promise<SchoolBalances> {
  const { packages, accounts, invoices } = await balancesInTurn(db, choice)
  return { packages: [...packages], accounts: [...accounts], invoices: invoices && [...invoices] }
}

export async function balancesInTurn(db: ReadDb, choice: BalancesChoice): Promise<BalancesInTurn> {
  const { asOf, customer } = choice
  const packs = await packagesOf(db, choice)
  const customers = await customersOf(db, customer)
  const members = Map.groupBy(await lastingMembers(db), (member) => member.customer_package_id)
  if (asOf !== null || customer !== null) {
    return {
      packages: inPackages(packs, choice.today, await figuresOf(db, packs, asOf), members),
      accounts: inAccounts(customers, await accountsOf(db, asOf)),
      invoices: asOf === null && customer !== null ? await invoicesOf(db, customer) : null,
    }
  }
  const figures = await figuresNow(db)
  return {
    packages: inPackages(packs, choice.today, keptFigures(figures), members),
    accounts: inAccounts(customers, figures.accountOf),
    invoices: await everyInvoice(db, new Map(customers.map(({ id, number }) => [id, number]))),
  }
}

function* inPackages(
  packs: readonly Pack[],
  today: BusinessDate,
  figures: FiguresOf,
  members: ReadonlyMap<number, readonly { readonly number: string }[]>,
): Generator<PackageBalances> {
  for (const pack of packs) {
    const expires = pack.last_valid === null ? null : businessDate(pack.last_valid)
    const { total, money, lines } = figures(pack)
    yield {
      ref: pack.ref,
      status: statusOn(STATUSES.get(pack.status) ?? packageStatusSchema.parse(pack.status), expires, today),
      customer: pack.number,
      package: pack.code,
      total,
      expires,
      members: members.get(pack.id)?.map(({ number }) => number) ?? NOBODY,
      paid: money.paid,
      owed: money.owed,
      funds: money.funds,
      lines,
    }
  }
}

const STATUSES = new Map<string, PackageStatus>(packageStatusSchema.options.map((status) => [status, status]))
const NOBODY: readonly string[] = []

interface Pack {
  readonly id: number
  readonly ref: string
  readonly last_valid: string | null
  readonly status: string
  readonly price: number
  readonly paid: number
  readonly owed: number
  readonly funds: number
  readonly number: string
  readonly code: string
}

type FiguresOf = (pack: Pack) => {
  readonly total: Cents
  readonly money: MoneyFigures
  readonly lines: readonly CodeFigures[]
}

function packagesOf(db: ReadDb, { asOf, customer }: BalancesChoice) {
  return db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .innerJoin('package_list as l', 'l.customer_package_id', 'p.id')
    .select([
      'p.id',
      'p.ref',
      'p.last_valid',
      'l.status',
      'l.price',
      'l.paid',
      'l.owed',
      'l.funds',
      'c.number',
      'k.code',
    ])
    .$if(asOf !== null, (query) => query.where('p.added', '<=', asOf ?? ''))
    .$if(customer !== null, (query) => query.where('c.number', '=', customer ?? ''))
    .orderBy('p.ref')
    .execute()
}

/** Now: the money as it is kept for the Packages tab. */
function keptFigures({ linesOf }: FiguresNow): FiguresOf {
  return ({ id, price, paid, owed, funds }) => ({
    total: cents(price),
    money: { paid: cents(paid), owed: cents(owed), funds: cents(funds) },
    lines: linesOf(id),
  })
}

/** Of so many packages each is looked up by itself. */
const FEW = 100

/** Of some packages, or as of a day, from the ledger's accounts. */
async function figuresOf(db: ReadDb, packs: readonly Pack[], asOf: BusinessDate | null): Promise<FiguresOf> {
  const few = packs.length <= FEW ? packs.map(({ id }) => id) : null
  const lines = Map.groupBy(await packageLines(db, few), (line) => line.customer_package_id)
  const balances = Map.groupBy(await balancesOf(db, few, asOf), (balance) => balance.owner)
  return ({ id }) => {
    const own = balances.get(id) ?? []
    const total = priceOf(own)
    return {
      total,
      money: moneyFigures(total, own),
      lines: (lines.get(id) ?? []).map((line) => ({
        code: line.code,
        kind: lineKind(line.kind),
        ...lineFigures(line.line, own),
      })),
    }
  }
}

/** @param packs ids; null for all */
async function balancesOf(
  db: ReadDb,
  packs: readonly number[] | null,
  asOf: BusinessDate | null,
): Promise<AccountBalance[]> {
  if (packs === null) return accountBalances(db, { kinds: PACKAGE_KINDS, asOf })
  const balances: AccountBalance[] = []
  for (const owner of packs) balances.push(...(await accountBalances(db, { kinds: PACKAGE_KINDS, owner, asOf })))
  return balances
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

function packageLines(db: ReadDb, packs: readonly number[] | null) {
  return db
    .selectFrom('customer_package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.customer_package_id', 'l.line', 'l.code', 'c.kind'])
    .$if(packs !== null, (query) => query.where('l.customer_package_id', 'in', packs ?? []))
    .orderBy('l.customer_package_id')
    .orderBy('l.line')
    .execute()
}

type Customer = Awaited<ReturnType<typeof customersOf>>[number]

/** By their numbers. @param number null for all */
function customersOf(db: ReadDb, number: string | null) {
  return db
    .selectFrom('customers')
    .select(['id', 'number'])
    .$if(number !== null, (query) => query.where('number', '=', number ?? ''))
    .orderBy('number')
    .execute()
}

async function accountsOf(db: ReadDb, asOf: BusinessDate | null): Promise<FiguresNow['accountOf']> {
  const balances = await accountBalances(db, { kinds: ['customer_account'], asOf })
  const byOwner = new Map(balances.map(({ owner, amount }) => [owner, amount]))
  return (customer) => byOwner.get(customer)
}

/** The accounts on which something was ever. */
function* inAccounts(customers: readonly Customer[], accountOf: FiguresNow['accountOf']): Generator<AccountOfCustomer> {
  for (const { id, number } of customers) {
    const amount = accountOf(id)
    if (amount !== undefined) yield { customer: number, balance: cents(-amount) }
  }
}
