import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, taxPercent } from '../../shared/rate.ts'
import type { ReadDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'
import { PACKAGE_KINDS } from './account-names.ts'
import { lineKind } from './catalogue-store.ts'
import type { CustomerPackage, Membership, PackageLine } from './customer-package.ts'
import { EMPTY_HOLDING, type Holding } from './draw.ts'

/** Which customer packages to read. */
export type PackageChoice =
  | { readonly ref: string }
  | { readonly id: number }
  | { readonly customerId: number; readonly packageId?: number }
  | { readonly memberId: number }

/** Reads customer packages with their balances, in the order of adding. */
export async function readCustomerPackages(db: ReadDb, choice: PackageChoice): Promise<CustomerPackage[]> {
  const rows = await packageRows(db, choice)
  const packs: CustomerPackage[] = []
  for (const row of rows) packs.push(await withBalances(db, row))
  return packs
}

type PackageRow = Awaited<ReturnType<typeof packageRows>>[number]

function packageRows(db: ReadDb, choice: PackageChoice) {
  if ('ref' in choice) return packagesOfRef(db, choice)
  if ('id' in choice) return packagesOfId(db, choice)
  if ('memberId' in choice) return packagesOfMember(db, choice)
  const { customerId, packageId } = choice
  return packageId === undefined ? packagesOf(db, { customerId }) : copiesOf(db, { customerId, packageId })
}

function packages(db: ReadDb) {
  return db
    .selectFrom('customer_packages as p')
    .innerJoin('package_list as l', 'l.customer_package_id', 'p.id')
    .select(['p.id', 'p.ref', 'p.customer_id', 'p.package_id', 'p.added', 'p.price', 'l.last_activity'])
    .select(['p.agreed_price', 'p.list_price', 'p.last_valid', 'p.removed_on'])
    .orderBy('p.id')
}

const packagesOfRef = prepared(['ref'], (db, slots) => packages(db).where('p.ref', '=', slots.ref))
const packagesOfId = prepared(['id'], (db, slots) => packages(db).where('p.id', '=', slots.id))
const packagesOf = prepared(['customerId'], (db, slots) => packages(db).where('p.customer_id', '=', slots.customerId))
const copiesOf = prepared(['customerId', 'packageId'], (db, slots) =>
  packages(db).where('p.customer_id', '=', slots.customerId).where('p.package_id', '=', slots.packageId),
)
const packagesOfMember = prepared(['memberId'], (db, slots) =>
  packages(db).where(
    'p.id',
    'in',
    db.selectFrom('package_members').select('customer_package_id').where('customer_id', '=', slots.memberId),
  ),
)

async function withBalances(db: ReadDb, row: PackageRow): Promise<CustomerPackage> {
  const balances = await balanceRows(db, { id: row.id })
  const lines = await lineRows(db, { id: row.id })
  const moneyOf = (kind: string) => balances.find((balance) => balance.kind === kind)?.amount ?? 0
  return {
    id: row.id,
    ref: row.ref,
    customerId: row.customer_id,
    packageId: row.package_id,
    added: businessDate(row.added),
    price: cents(row.price),
    paid: cents(-moneyOf('package_paid')),
    drawn: cents(moneyOf('package_drawn')),
    lastValid: dayOrNull(row.last_valid),
    removedOn: dayOrNull(row.removed_on),
    lastDay: businessDate(row.last_activity),
    members: await readMembers(db, row.id),
    lines: lines.map((line) => packageLine(line, balances, row)),
  }
}

const balanceRows = prepared(['id'], (db, slots) =>
  db
    .selectFrom('accounts as a')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .select(['a.kind', 'a.line', 'b.quantity', 'b.amount'])
    .where('a.owner', '=', slots.id)
    .where('a.kind', 'in', PACKAGE_KINDS),
)

const lineRows = prepared(['id'], (db, slots) =>
  db
    .selectFrom('customer_package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.line', 'l.code', 'l.rate', 'l.tax_percent', 'l.adjusted', 'c.kind'])
    .where('l.customer_package_id', '=', slots.id)
    .orderBy('l.line'),
)

function packageLine(
  row: { line: number; code: string; rate: number; tax_percent: number; adjusted: number; kind: string },
  balances: readonly { kind: string; line: number; quantity: number; amount: number }[],
  pack: { readonly agreed_price: number | null; readonly list_price: number | null },
): PackageLine {
  const holding = (kind: string): Holding => {
    const found = balances.find((balance) => balance.kind === kind && balance.line === row.line)
    return found ? { quantity: hundredths(found.quantity), dollars: cents(found.amount) } : EMPTY_HOLDING
  }
  return {
    line: row.line,
    code: row.code,
    kind: lineKind(row.kind),
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

async function readMembers(db: ReadDb, customerPackageId: number): Promise<Membership[]> {
  const rows = await memberRows(db, { id: customerPackageId })
  return rows.map((row) => ({
    customerId: row.customer_id,
    from: businessDate(row.from_date),
    until: dayOrNull(row.until_date),
  }))
}

const memberRows = prepared(['id'], (db, slots) =>
  db
    .selectFrom('package_members')
    .select(['customer_id', 'from_date', 'until_date'])
    .where('customer_package_id', '=', slots.id)
    .orderBy('from_date')
    .orderBy('customer_id'),
)

function dayOrNull(text: string | null): BusinessDate | null {
  return text === null ? null : businessDate(text)
}
