import type { LedgerHead } from '../../ledger/head-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { RECORD_ACTIONS } from './record-actions.ts'

/** The last entry that is an action of the billing rules and no record: it is what numbers rest on. Null: none yet. */
export async function lastAction(db: ReadDb): Promise<LedgerHead | null> {
  const row = await db
    .selectFrom('entries')
    .select(['number', 'hash'])
    .where('action', 'not in', RECORD_ACTIONS)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { number: row.number, hash: Buffer.from(row.hash).toString('hex') } : null
}
