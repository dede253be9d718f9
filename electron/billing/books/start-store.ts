import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'

const lastIds = prepared([], (db) =>
  db.selectNoFrom(({ selectFrom }) => [
    selectFrom('customer_packages')
      .select(({ fn }) => fn.max<number | null>('id').as('id'))
      .as('pack'),
    selectFrom('invoices')
      .select(({ fn }) => fn.max<number | null>('id').as('id'))
      .as('invoice'),
  ]),
)

/** The ids after which new ones follow. */
export async function readStart(db: ReadDb): Promise<{ readonly lastPack: number; readonly lastInvoice: number }> {
  const [last] = await lastIds(db, {})
  return { lastPack: last?.pack ?? 0, lastInvoice: last?.invoice ?? 0 }
}
