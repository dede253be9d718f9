import { z } from 'zod'
import { dateSchema } from '../../shared/contract/values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import type { ReadDb } from '../storage/database.ts'

/** What the sale froze, and what a change of the last valid day said. */
const soldSchema = z.object({ lastValid: dateSchema.optional() })
const changedSchema = z.object({ given: z.object({ to: dateSchema.optional() }) })

/** The last valid day of a customer package when an entry was the ledger's last; null where it never ends. */
export async function lastValidThen(db: ReadDb, customerPackageId: number, head: number): Promise<BusinessDate | null> {
  const last = await db
    .selectFrom('history as h')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .select(['h.action', 'e.document'])
    .where('h.customer_package_id', '=', customerPackageId)
    .where('h.action', 'in', ['added_to_package', 'end_changed'])
    .where('h.entry_number', '<=', head)
    .orderBy('h.entry_number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  const document: unknown = JSON.parse(last.document)
  if (last.action === 'end_changed') return changedSchema.parse(document).given.to ?? null
  return soldSchema.parse(document).lastValid ?? null
}
