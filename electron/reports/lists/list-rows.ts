import type { PackageRow } from '../../../shared/contract/packages.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import type { ReadDb } from '../../storage/database.ts'
import type { ListPlace } from './list-choice.ts'

/** A row of the Packages tab, and the texts by which it is searched. */
export interface ListRow {
  readonly row: PackageRow
  readonly words: readonly string[]
}

/** The rows at some places, in their order. */
export async function listRows(db: ReadDb, places: readonly ListPlace[]): Promise<ListRow[]> {
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'l.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select(['p.id', 'p.ref', 'c.number', 'c.name', 'k.code', 'k.name as package_name'])
    .select(['l.hours_included', 'l.hours_remaining', 'l.price', 'l.paid', 'l.owed', 'l.funds', 'l.last_activity'])
    .where(
      'l.customer_package_id',
      'in',
      places.map(({ id }) => id),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return places.flatMap(({ id, status }) => {
    const row = byId.get(id)
    if (!row) return []
    const shown: PackageRow = {
      ref: row.ref,
      customerNumber: row.number,
      customerName: row.name,
      packageCode: row.code,
      packageName: row.package_name,
      status,
      hoursIncluded: hundredths(row.hours_included),
      hoursRemaining: hundredths(row.hours_remaining),
      price: cents(row.price),
      paid: cents(row.paid),
      owed: cents(row.owed),
      funds: cents(row.funds),
      lastActivity: businessDate(row.last_activity),
    }
    return [{ row: shown, words: [row.name, row.number, row.package_name, row.code, row.ref] }]
  })
}
