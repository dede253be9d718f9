import type { Selectable } from 'kysely'
import type { ReadDb } from '../../storage/database.ts'
import type { CustomersTable } from '../../storage/tables/school-tables.ts'

/** A record that was merged, as far as somebody may look for it. */
type MergedRecord = Pick<Selectable<CustomersTable>, 'number' | 'name' | 'email' | 'phone'>

/** The records that were merged, by the customer to whom they belong now: of a chain of merges the last. */
export async function mergedRecords(db: ReadDb): Promise<ReadonlyMap<number, MergedRecord[]>> {
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'email', 'phone', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute()
  const into = new Map(rows.map((row) => [row.id, row.merged_into]))
  const records = new Map<number, MergedRecord[]>()
  for (const row of rows) {
    let last = row.id
    for (let next = into.get(last); next !== undefined && next !== null; next = into.get(last)) last = next
    records.set(last, [...(records.get(last) ?? []), row])
  }
  return records
}
