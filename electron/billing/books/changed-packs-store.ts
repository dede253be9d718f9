import type { WriteDb } from '../../storage/database.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { parts } from './parts.ts'

/**
 * Writes what changed of customer packages besides their balances: the price by lapsing, the end, a removal, the
 * customer by a merge, what adjustments gave, and the members.
 */
export async function writeRestatedPacks(db: WriteDb, packs: readonly CustomerPackage[]): Promise<void> {
  for (const pack of packs) {
    await db
      .updateTable('customer_packages')
      .set({
        customer_id: pack.customerId,
        price: pack.price,
        last_valid: pack.lastValid,
        removed_on: pack.removedOn,
      })
      .where('id', '=', pack.id)
      .execute()
    for (const { line, adjusted } of pack.lines) {
      await db
        .updateTable('customer_package_lines')
        .set({ adjusted })
        .where('customer_package_id', '=', pack.id)
        .where('line', '=', line)
        .where('adjusted', '!=', adjusted)
        .execute()
    }
    await db.deleteFrom('package_members').where('customer_package_id', '=', pack.id).execute()
  }
  const members = packs.flatMap(({ id, members: each }) =>
    each.map(({ customerId, from, until }) => ({
      customer_package_id: id,
      customer_id: customerId,
      from_date: from,
      until_date: until,
    })),
  )
  for (const part of parts(members)) await db.insertInto('package_members').values(part).execute()
}
