import type { z } from 'zod'
import { closingSchema, type Closing } from '../../shared/contract/closings.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { SignedOff } from './closing.ts'

const documentSchema = closingSchema.pick({ tenders: true, cash: true, note: true }) satisfies z.ZodType<SignedOff>

/** Who does it, when, and where the ledger ended then. */
export interface Signature {
  readonly userId: number
  readonly now: Date
}

/** Every closing, the latest days first; reopened ones stay on the list. */
export async function readClosings(
  db: ReadDb,
  choice: { readonly id?: number; readonly sharing?: { from: BusinessDate; to: BusinessDate } } = {},
): Promise<Closing[]> {
  const { id, sharing } = choice
  const rows = await db
    .selectFrom('closings as c')
    .innerJoin('users as u', 'u.id', 'c.user_id')
    .leftJoin('closing_reopenings as r', 'r.closing_id', 'c.id')
    .leftJoin('users as w', 'w.id', 'r.user_id')
    .select(['c.id', 'c.from_date', 'c.to_date', 'c.closed_at', 'c.document', 'u.name'])
    .select(['r.reopened_at', 'r.reason', 'w.name as reopened_by'])
    .$if(id !== undefined, (query) => query.where('c.id', '=', id ?? 0))
    .$if(sharing !== undefined, (query) =>
      query.where('c.to_date', '>=', sharing?.from ?? '').where('c.from_date', '<=', sharing?.to ?? ''),
    )
    .orderBy('c.to_date', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: businessDate(row.from_date),
    to: businessDate(row.to_date),
    closedBy: row.name,
    closedAt: new Date(row.closed_at).toISOString(),
    ...documentSchema.parse(JSON.parse(row.document)),
    reopened:
      row.reopened_at === null
        ? null
        : { by: row.reopened_by ?? '', at: new Date(row.reopened_at).toISOString(), reason: row.reason ?? '' },
  }))
}

/** Keeps a closing for good; answers its id. */
export async function insertClosing(
  db: WriteDb,
  days: { readonly from: BusinessDate; readonly to: BusinessDate },
  signedOff: SignedOff,
  { userId, now }: Signature,
): Promise<number> {
  const { id } = await db
    .insertInto('closings')
    .values({
      from_date: days.from,
      to_date: days.to,
      user_id: userId,
      closed_at: now.getTime(),
      last_entry: await lastEntry(db),
      document: JSON.stringify(signedOff),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Opens closed days again; the closing and its reopening stay visible. */
export async function insertReopening(
  db: WriteDb,
  id: number,
  reason: string,
  { userId, now }: Signature,
): Promise<void> {
  await db
    .insertInto('closing_reopenings')
    .values({
      closing_id: id,
      user_id: userId,
      reopened_at: now.getTime(),
      last_entry: await lastEntry(db),
      reason,
    })
    .execute()
}

async function lastEntry(db: ReadDb): Promise<number> {
  const row = await db.selectFrom('entries').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row?.number ?? 0
}
