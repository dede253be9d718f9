import { setImmediate } from 'node:timers/promises'
import { businessDate } from '../../../shared/dates.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'
import { cents } from '../../../shared/money.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { KnownLines, type KnownLine } from '../files/known-lines.ts'

const LINES_A_TURN = 2_000

/** The lines that were taken of a source; none of a source that is new. */
export async function knownLines(db: ReadDb, source: number | null): Promise<KnownLines> {
  if (source === null) return new KnownLines()
  const rows = await db
    .selectFrom('reconcile_lines')
    .select(['fingerprint', 'date', 'amount', 'reference', 'name', 'text'])
    .where('source_id', '=', source)
    .where('part_of', 'is', null)
    .execute()
  const known = new KnownLines()
  for (const part of inPartsOf(rows, LINES_A_TURN)) {
    for (const { fingerprint, date, amount, ...words } of part)
      known.add({ fingerprint: fingerprint ?? '', date: businessDate(date), amount: cents(amount), ...words })
    // Who only reads has a turn in between.
    await setImmediate()
  }
  return known
}

/**
 * Takes out a line that was noted ahead, since its booking comes; answers whether it could: not once it was settled or
 * split, then it stands for its booking.
 */
export async function deleteNotedAhead(db: WriteDb, source: number, { fingerprint }: KnownLine): Promise<boolean> {
  const row = await db
    .selectFrom('reconcile_lines as l')
    .leftJoin('reconcile_settled_lines as s', 's.line_id', 'l.id')
    .select(['l.id', 'l.split', 's.settlement_id'])
    .where('l.source_id', '=', source)
    .where('l.fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (!row || row.split === 1 || row.settlement_id !== null) return false
  await db.deleteFrom('reconcile_lines').where('id', '=', row.id).execute()
  return true
}
