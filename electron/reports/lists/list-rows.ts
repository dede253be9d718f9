import {
  PACKAGE_COLUMN_KEYS,
  PACKAGE_COLUMNS,
  packageRowSchema,
  type PackageRow,
} from '../../../shared/contract/package-columns.ts'
import type { ReadDb } from '../../storage/database.ts'
import { hoursByCategory } from './category-hours.ts'
import type { ListPlace } from './list-choice.ts'

/** A row of the Packages tab, and the texts by which it is searched. */
export interface ListRow {
  readonly row: PackageRow
  readonly words: readonly string[]
}

const SELECTED = PACKAGE_COLUMN_KEYS.map((key) => `${PACKAGE_COLUMNS[key].sql} as ${key}` as const)

/** The rows at some places, in their order. */
export async function listRows(db: ReadDb, places: readonly ListPlace[]): Promise<ListRow[]> {
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'l.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select('p.id')
    .select(SELECTED)
    .where(
      'l.customer_package_id',
      'in',
      places.map(({ id }) => id),
    )
    .execute()
  const hours = await hoursByCategory(db, places)
  const byId = new Map(
    rows.map(({ id, ...row }) => [id, packageRowSchema.parse({ ...row, hours: hours.get(id) ?? [] })]),
  )
  return places.flatMap(({ id, status }) => {
    const found = byId.get(id)
    if (!found) return []
    // The status as it is read on the day: the table does not know of days.
    const row = { ...found, status }
    return [{ row, words: [row.customerName, row.customerNumber, row.packageName, row.packageCode, row.ref] }]
  })
}
