import type { ReadDb } from '../../storage/database.ts'
import { PriceList } from './price-list.ts'

/** What books begin with: the prices, and the ids after which new ones follow. */
export async function readStart(db: ReadDb) {
  const lastPack = await db
    .selectFrom('customer_packages')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const lastInvoice = await db.selectFrom('invoices').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return {
    prices: await PriceList.read(db),
    lastPack: lastPack?.id ?? 0,
    lastInvoice: lastInvoice?.id ?? 0,
  }
}
