import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, taxPercent } from '../../shared/rate.ts'
import type { ReadDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'
import { PACKAGE_KINDS } from './account-names.ts'
import { lineKind } from './catalogue-store.ts'
import type { CustomerPackage, Membership, PackageLine } from './customer-package.ts'
import type { Holding } from './draw.ts'

/** Which customer packages to read. */
export type PackageChoice =
  | { readonly ref: string }
  | { readonly id: number }
  | { readonly customerId: number; readonly packageId?: number }
  | { readonly memberId: number }

/** What the accounts of a customer package hold; nothing where one was never posted to. */
export interface HeldOn {
  /** Reads the accounts of a package, where they are not known yet. */
  load(kinds: readonly string[], owner: number): Promise<void>
  held(kind: string, owner: number, line: number): { readonly quantity: number; readonly amount: number }
}

/** Reads customer packages with the balances that the ledger holds, in the order of adding. */
export async function readCustomerPackages(
  db: ReadDb,
  ledger: HeldOn,
  choice: PackageChoice,
): Promise<CustomerPackage[]> {
  const rows = await packageRows(db, choice)
  const packs: CustomerPackage[] = []
  for (const row of rows.toSorted((one, other) => one.id - other.id)) {
    await ledger.load(PACKAGE_KINDS, row.id)
    packs.push(await withBalances(db, ledger, row))
  }
  return packs
}

type PackageRow = Awaited<ReturnType<typeof byRef>>[number]

const byRef = prepared(['ref'], (db, slots) => packageQuery(db).where('p.ref', '=', slots.ref))
const byId = prepared(['id'], (db, slots) => packageQuery(db).where('p.id', '=', slots.id))
const byCustomer = prepared(['customer'], (db, slots) => packageQuery(db).where('p.customer_id', '=', slots.customer))
const copiesOf = prepared(['customer', 'package'], (db, slots) =>
  packageQuery(db).where('p.customer_id', '=', slots.customer).where('p.package_id', '=', slots.package),
)
const flownBy = prepared(['member'], (db, slots) =>
  packageQuery(db).where('p.id', 'in', (of) =>
    of.selectFrom('package_members').select('customer_package_id').where('customer_id', '=', slots.member),
  ),
)

function packageQuery(db: ReadDb) {
  return (
    db
      .selectFrom('customer_packages as p')
      .select(['p.id', 'p.ref', 'p.customer_id', 'p.package_id', 'p.added', 'p.price'])
      .select(['p.agreed_price', 'p.list_price', 'p.last_valid', 'p.removed_on'])
      // Looked up, not joined, and sorted afterwards: SQLite plans both with a mark anew at every run.
      .select(({ selectFrom }) =>
        selectFrom('package_list as l')
          .select('l.last_activity')
          .whereRef('l.customer_package_id', '=', 'p.id')
          .as('last_activity'),
      )
  )
}

function packageRows(db: ReadDb, choice: PackageChoice): Promise<PackageRow[]> {
  if ('ref' in choice) return byRef(db, choice)
  if ('id' in choice) return byId(db, choice)
  if ('memberId' in choice) return flownBy(db, { member: choice.memberId })
  const { customerId: customer, packageId } = choice
  return packageId === undefined ? byCustomer(db, { customer }) : copiesOf(db, { customer, package: packageId })
}

async function withBalances(db: ReadDb, ledger: HeldOn, row: PackageRow): Promise<CustomerPackage> {
  const lines = (await linesOf(db, { pack: row.id })).toSorted((one, other) => one.line - other.line)
  return {
    id: row.id,
    ref: row.ref,
    customerId: row.customer_id,
    packageId: row.package_id,
    added: businessDate(row.added),
    price: cents(row.price),
    paid: cents(-ledger.held('package_paid', row.id, 0).amount),
    drawn: cents(ledger.held('package_drawn', row.id, 0).amount),
    lastValid: dayOrNull(row.last_valid),
    removedOn: dayOrNull(row.removed_on),
    lastDay: businessDate(row.last_activity ?? row.added),
    members: await readMembers(db, row.id),
    lines: lines.map((line) => packageLine(line, ledger, row)),
  }
}

const linesOf = prepared(['pack'], (db, slots) =>
  db
    .selectFrom('customer_package_lines as l')
    .select(['l.line', 'l.code', 'l.rate', 'l.tax_percent', 'l.adjusted'])
    .select(({ selectFrom }) =>
      selectFrom('catalogue as c').select('c.kind').whereRef('c.code', '=', 'l.code').as('kind'),
    )
    .where('l.customer_package_id', '=', slots.pack),
)

function packageLine(
  row: { line: number; code: string; rate: number; tax_percent: number; adjusted: number; kind: string | null },
  ledger: HeldOn,
  pack: PackageRow,
): PackageLine {
  const holding = (kind: string): Holding => {
    const { quantity, amount } = ledger.held(kind, pack.id, row.line)
    return { quantity: hundredths(quantity), dollars: cents(amount) }
  }
  return {
    line: row.line,
    code: row.code,
    kind: lineKind(row.kind ?? ''),
    rate: rate(row.rate),
    taxPercent: taxPercent(row.tax_percent),
    ...agreedTerms(pack),
    adjusted: hundredths(row.adjusted),
    available: holding('line_available'),
    pending: holding('line_pending'),
    used: holding('line_used'),
  }
}

function agreedTerms(pack: { readonly agreed_price: number | null; readonly list_price: number | null }) {
  const { agreed_price: price, list_price: list } = pack
  return price === null || list === null ? {} : { agreed: { price: cents(price), list: cents(list) } }
}

const membersOf = prepared(['pack'], (db, slots) =>
  db
    .selectFrom('package_members')
    .select(['customer_id', 'from_date', 'until_date'])
    .where('customer_package_id', '=', slots.pack),
)

async function readMembers(db: ReadDb, customerPackageId: number): Promise<Membership[]> {
  const rows = await membersOf(db, { pack: customerPackageId })
  return rows
    .toSorted((one, other) => byText(one.from_date, other.from_date) || one.customer_id - other.customer_id)
    .map((row) => ({
      customerId: row.customer_id,
      from: businessDate(row.from_date),
      until: dayOrNull(row.until_date),
    }))
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function dayOrNull(text: string | null): BusinessDate | null {
  return text === null ? null : businessDate(text)
}

/** The number of the customer whose a customer package is; undefined where there is no such package. */
export async function customerOfPackage(db: ReadDb, ref: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .select('c.number')
    .where('p.ref', '=', ref)
    .executeTakeFirst()
  return row?.number
}
