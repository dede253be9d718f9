import type { WriteDb } from '../../storage/database.ts'
import { foldText } from '../../storage/search-text.ts'
import { indexWords } from '../../storage/search-index.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'

const IDS_A_READING = 500

/** Writes customers' names where the Packages tab keeps them to sort and search by. */
export async function refreshCustomerNames(db: WriteDb, ids: readonly number[]): Promise<void> {
  for (const part of inPartsOf(ids, IDS_A_READING)) {
    const packs = await db
      .selectFrom('customer_packages as p')
      .innerJoin('customers as c', 'c.id', 'p.customer_id')
      .innerJoin('packages as k', 'k.id', 'p.package_id')
      .select(['p.id', 'p.ref', 'c.name as customer', 'c.number', 'k.name', 'k.code'])
      .where('p.customer_id', 'in', part)
      .execute()
    for (const { id, customer } of packs) {
      await db
        .updateTable('package_list')
        .set({ customer_sort: foldText(customer) })
        .where('customer_package_id', '=', id)
        .execute()
    }
    await indexWords(
      db,
      packs.map((pack) => ({
        id: pack.id,
        words: [pack.customer, pack.number, pack.name, pack.code, pack.ref].join(' '),
      })),
    )
  }
}
