import type { z } from 'zod'
import { closingSchema, type Closing } from '../../shared/contract/closings.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { SignedOff } from './closing.ts'
import { lastAction } from './records/last-action-store.ts'
import { keepRecord, nextId, type UserSignature } from './records/keep-record-store.ts'

const documentSchema = closingSchema.pick({ tenders: true, cash: true, note: true }) satisfies z.ZodType<SignedOff>

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
  by: UserSignature,
): Promise<number> {
  const row = {
    id: await nextId(db, 'closings'),
    from_date: days.from,
    to_date: days.to,
    user_id: by.userId,
    closed_at: by.now.getTime(),
    last_entry: (await lastAction(db))?.number ?? 0,
    document: JSON.stringify(signedOff),
  }
  await keepRecord(db, by, 'record_closing', days.to, [{ table: 'closings', rows: [row] }])
  return row.id
}

/** Opens closed days again; the closing and its reopening stay visible. */
export async function insertReopening(db: WriteDb, id: number, reason: string, by: UserSignature): Promise<void> {
  const row = {
    closing_id: id,
    user_id: by.userId,
    reopened_at: by.now.getTime(),
    last_entry: (await lastAction(db))?.number ?? 0,
    reason,
  }
  await keepRecord(db, by, 'record_reopening', String(id), [{ table: 'closing_reopenings', rows: [row] }])
}
