import type { ReadDb } from '../storage/database.ts'

/** Where the chain ends: the last entry's number and hash, hexadecimal. */
export interface LedgerHead {
  readonly number: number
  readonly hash: string
}

/** The last entry of the ledger, or null where it is empty. */
export async function readHead(db: ReadDb): Promise<LedgerHead | null> {
  const row = await db
    .selectFrom('entries')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { number: row.number, hash: Buffer.from(row.hash).toString('hex') } : null
}

/** Whether an end that was kept is an entry of the chain still. */
export async function isInChain(db: ReadDb, head: LedgerHead): Promise<boolean> {
  const row = await db.selectFrom('entries').select('hash').where('number', '=', head.number).executeTakeFirst()
  return row !== undefined && Buffer.from(row.hash).toString('hex') === head.hash
}
