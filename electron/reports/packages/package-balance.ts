import type { PackageBalance, PackageMember } from '../../../shared/contract/packages.ts'
import { packageStatusSchema, type PackageStatus } from '../../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import { PACKAGE_KINDS } from '../../billing/account-names.ts'
import { lineKind } from '../../billing/catalogue-store.ts'
import { statusOn } from '../../billing/customer-package.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'
import { accountBalances } from './account-balances.ts'
import { lineFigures, moneyFigures, priceOf, stillToPay } from './package-figures.ts'

/**
 * The Package Balance of one customer package, now or as of the end of a business date.
 * @param today for the status: without it an expired package reads as active. Refused: not_found.
 */
export async function packageBalance(
  db: ReadDb,
  ref: string,
  asOf: BusinessDate | null,
  today?: BusinessDate,
): Promise<Outcome<PackageBalance>> {
  const [pack] = await packageByRef(db, { ref })
  if (!pack) return noSuchPackage(ref)
  const existed = asOf === null || pack.added <= asOf
  const balances = existed ? await accountBalances(db, { kinds: PACKAGE_KINDS, owner: pack.id, asOf }) : []
  const lines = await linesOfPackage(db, { id: pack.id })
  const lastValid = pack.last_valid === null ? null : businessDate(pack.last_valid)
  const price = priceOf(balances)
  const money = moneyFigures(price, balances)
  return done({
    ref: pack.ref,
    customerNumber: pack.number,
    customerName: pack.name,
    packageCode: pack.code,
    packageName: pack.package_name,
    added: businessDate(pack.added),
    status: asOf === null ? statusNow(pack.status, lastValid, today) : null,
    asOf,
    existed,
    lastValid: asOf === null ? lastValid : null,
    members: asOf === null ? await membersOf(db, pack.id) : [],
    price,
    ...money,
    toPay: stillToPay(
      lines.map(({ line }) => lineFigures(line, balances)),
      money.funds,
    ),
    lines: lines.map(({ line, code, name, kind, adjusted }) => {
      const figures = lineFigures(line, balances)
      const now = asOf === null ? { pending: figures.pending, adjusted: hundredths(adjusted) } : NOT_NOW
      return { line, code, name, kind: lineKind(kind), ...figures, ...now }
    }),
  })
}

const NOT_NOW = { pending: null, adjusted: null }

function statusNow(status: string, lastValid: BusinessDate | null, today: BusinessDate | undefined): PackageStatus {
  const known = packageStatusSchema.parse(status)
  return today === undefined ? known : statusOn(known, lastValid, today)
}

async function membersOf(db: ReadDb, id: number): Promise<PackageMember[]> {
  const rows = await memberRows(db, { id })
  return rows.map(({ number, name, from_date, until_date }) => ({
    number,
    name,
    from: businessDate(from_date),
    until: until_date === null ? null : businessDate(until_date),
  }))
}

const memberRows = prepared(['id'], (db, slots) =>
  db
    .selectFrom('package_members as m')
    .innerJoin('customers as c', 'c.id', 'm.customer_id')
    .select(['c.number', 'c.name', 'm.from_date', 'm.until_date'])
    .where('m.customer_package_id', '=', slots.id)
    .orderBy('m.from_date')
    .orderBy('c.number'),
)

const packageByRef = prepared(['ref'], (db, slots) =>
  db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .innerJoin('package_list as l', 'l.customer_package_id', 'p.id')
    .select(['p.id', 'p.ref', 'p.added', 'p.last_valid', 'l.status', 'c.number', 'c.name'])
    .select(['k.code', 'k.name as package_name'])
    .where('p.ref', '=', slots.ref),
)

const linesOfPackage = prepared(['id'], (db, slots) =>
  db
    .selectFrom('customer_package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.line', 'l.code', 'l.adjusted', 'c.name', 'c.kind'])
    .where('l.customer_package_id', '=', slots.id)
    .orderBy('l.line'),
)

export function noSuchPackage(ref: string): Outcome<never> {
  return refused('not_found', say('reports.there_is_no_customer_package_ref', { ref }), {
    field: 'ref',
    remedy: say('reports.go_back_to_the_list_and_choose_again'),
  })
}
