import type { Statement } from '../../shared/contract/statements.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import type { ReadDb } from '../storage/database.ts'

/** Every movement of a customer's account up to a day, as the ledger knew it at an entry, from the first day on. */
export async function statedAccount(
  db: ReadDb,
  customerId: number,
  { from, asOf, head, notes }: { from: BusinessDate | null; asOf: BusinessDate; head: number; notes: boolean },
): Promise<NonNullable<Statement['account']>> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['e.number', 'e.date', 'e.action', 'e.ref', 'e.note', 'p.amount'])
    .where('a.kind', '=', 'customer_account')
    .where('a.owner', '=', customerId)
    .where('e.date', '<=', asOf)
    .where('e.number', '<=', head)
    .orderBy('e.date')
    .orderBy('e.number')
    .execute()
  const balanceOf = (part: typeof rows) => cents(-part.reduce((sum, { amount }) => sum + amount, 0))
  const shown = rows.filter(({ date }) => from === null || date >= from)
  return {
    opening: balanceOf(rows.filter(({ date }) => from !== null && date < from)),
    activity: shown.map((row) => ({
      entry: row.number,
      date: businessDate(row.date),
      action: row.action,
      ref: row.ref,
      note: notes ? row.note : '',
      change: cents(-row.amount),
    })),
    closing: balanceOf(rows),
  }
}
