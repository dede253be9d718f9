import type { PackageBalance } from '../../../shared/contract/packages.ts'
import { packageStatusSchema } from '../../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { PACKAGE_KINDS } from '../../billing/account-names.ts'
import { lineKind } from '../../billing/catalogue-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'
import { accountBalances } from './account-balances.ts'
import { lineFigures, moneyFigures, priceOf } from './package-figures.ts'

/**
 * The Package Balance of one customer package, now or as of the end of a business date.
 * Refused: not_found.
 */
export async function packageBalance(
  db: ReadDb,
  ref: string,
  asOf: BusinessDate | null,
): Promise<Outcome<PackageBalance>> {
  const [pack] = await packageByRef(db, { ref })
  if (!pack) return noSuchPackage(ref)
  const existed = asOf === null || pack.added <= asOf
  const balances = existed ? await accountBalances(db, { kinds: PACKAGE_KINDS, owner: pack.id, asOf }) : []
  const lines = await linesOfPackage(db, { id: pack.id })
  const price = priceOf(balances)
  return done({
    ref: pack.ref,
    customerNumber: pack.number,
    customerName: pack.name,
    packageCode: pack.code,
    packageName: pack.package_name,
    added: businessDate(pack.added),
    status: asOf === null ? packageStatusSchema.parse(pack.status) : null,
    asOf,
    existed,
    price,
    ...moneyFigures(price, balances),
    lines: lines.map(({ line, code, name, kind }) => {
      const figures = lineFigures(line, balances)
      return { line, code, name, kind: lineKind(kind), ...figures, pending: asOf === null ? figures.pending : null }
    }),
  })
}

const packageByRef = prepared(['ref'], (db, slots) =>
  db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .innerJoin('package_list as l', 'l.customer_package_id', 'p.id')
    .select(['p.id', 'p.ref', 'p.added', 'l.status', 'c.number', 'c.name', 'k.code', 'k.name as package_name'])
    .where('p.ref', '=', slots.ref),
)

const linesOfPackage = prepared(['id'], (db, slots) =>
  db
    .selectFrom('customer_package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.line', 'l.code', 'c.name', 'c.kind'])
    .where('l.customer_package_id', '=', slots.id)
    .orderBy('l.line'),
)

export function noSuchPackage(ref: string): Outcome<never> {
  return refused('not_found', `There is no customer package ${ref}.`, {
    field: 'ref',
    remedy: 'Go back to the list and choose again.',
  })
}
