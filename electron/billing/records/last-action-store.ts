import type { LedgerHead } from '../../ledger/head-store.ts'
import type { ReadDb } from '../../storage/database.ts'

/** The last entry that is an action of the billing rules and no record: it is what numbers rest on. Null: none yet. */
export async function lastAction(db: ReadDb): Promise<LedgerHead | null> {
  const row = await db
    .selectFrom('latest_entries as l')
    .innerJoin('entries as e', 'e.number', 'l.entry_number')
    .select(['e.number', 'e.hash'])
    .orderBy('l.entry_number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { number: row.number, hash: Buffer.from(row.hash).toString('hex') } : null
}
