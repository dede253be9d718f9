import {
  PACKAGE_COLUMN_KEYS,
  PACKAGE_COLUMNS,
  packageRowSchema,
  type PackageRow,
} from '../../../shared/contract/package-columns.ts'
import type { ReadDb } from '../../storage/database.ts'
import { preparedForIds } from '../../storage/prepared-for-ids.ts'
import { hoursByCategory } from './category-hours.ts'
import type { ListPlace } from './list-choice.ts'

const SELECTED = PACKAGE_COLUMN_KEYS.map((key) => `${PACKAGE_COLUMNS[key].sql} as ${key}` as const)

const rowsOf = preparedForIds((db, ids) =>
  db
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'l.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select('p.id')
    .select(SELECTED)
    .where('l.customer_package_id', 'in', ids),
)

/** The rows at some places, in their order. */
export async function listRows(db: ReadDb, places: readonly ListPlace[]): Promise<PackageRow[]> {
  if (places.length === 0) return []
  const ids = places.map(({ id }) => id)
  const rows = await rowsOf(db, ids)
  const hours = await hoursByCategory(db, ids)
  const byId = new Map(
    rows.map(({ id, ...row }) => [id, packageRowSchema.parse({ ...row, hours: hours.get(id) ?? [] })]),
  )
  return places.flatMap(({ id, status }) => {
    const found = byId.get(id)
    if (!found) return []
    // The status as it is read on the day: the table does not know of days.
    return [{ ...found, status }]
  })
}

const textsOf = preparedForIds((db, ids) =>
  db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select(['p.id', 'p.ref', 'c.name as customer', 'c.number', 'k.name as package', 'k.code'])
    .where('p.id', 'in', ids),
)

/** The texts by which the rows at some places are searched, by customer package. */
export async function searchedTexts(
  db: ReadDb,
  places: readonly ListPlace[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (places.length === 0) return new Map()
  const rows = await textsOf(
    db,
    places.map(({ id }) => id),
  )
  return new Map(rows.map((row) => [row.id, [row.customer, row.number, row.package, row.code, row.ref]]))
}
