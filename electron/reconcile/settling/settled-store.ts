import type { ReconcileScope, Settled } from '../../../shared/contract/reconcile.ts'
import { cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { linesOfSettlements } from './lines-store.ts'
import { recordedPayments } from './recorded-payments-store.ts'

/** What was settled for a source with a line on some dates, the latest first. */
export async function settledPage(
  db: ReadDb,
  { source, from, to }: ReconcileScope,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<{ rows: Settled[]; next: number | null }> {
  const found = await db
    .selectFrom('reconcile_settlements as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .leftJoin('reconcile_reopenings as r', 'r.settlement_id', 's.id')
    .select(['s.id', 's.kind', 's.difference', 's.note', 's.settled_at', 'u.name'])
    .where('s.source_id', '=', source)
    .where('r.settlement_id', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('reconcile_settled_lines as t')
          .innerJoin('reconcile_lines as l', 'l.id', 't.line_id')
          .select('l.id')
          .whereRef('t.settlement_id', '=', 's.id')
          .where('l.date', '>=', from)
          .where('l.date', '<=', to),
      ),
    )
    .$if(before !== null, (query) => query.where('s.id', '<', before ?? 0))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const ids = page.map(({ id }) => id)
  const lines = await linesOfSettlements(db, ids)
  const payments = await paymentsOfSettlements(db, ids)
  return {
    rows: page.map(({ id, kind, difference, note, settled_at, name }) => ({
      id,
      kind: kind === 'matched' ? 'matched' : 'not_ours',
      lines: lines.get(id) ?? [],
      payments: payments.get(id) ?? [],
      difference: cents(difference),
      note,
      by: name,
      at: new Date(settled_at).toISOString(),
    })),
    next: found.length > limit ? (ids.at(-1) ?? null) : null,
  }
}

async function paymentsOfSettlements(db: ReadDb, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never[]>()
  const rows = await db.selectFrom('reconcile_settled_payments').selectAll().where('settlement_id', 'in', ids).execute()
  const recorded = await recordedPayments(db, { entries: [...new Set(rows.map(({ entry_number }) => entry_number))] })
  const byKey = new Map(recorded.map((payment) => [payment.key, payment]))
  return new Map(
    [...Map.groupBy(rows, ({ settlement_id }) => settlement_id)].map(([id, those]) => [
      id,
      those.flatMap(({ entry_number, tender }) => byKey.get(`${entry_number} ${tender}`) ?? []),
    ]),
  )
}
