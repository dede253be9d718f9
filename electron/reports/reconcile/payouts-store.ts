import type { ReadDb } from '../../storage/database.ts'
import { settledLines } from './lines-store.ts'
import type { KnownPayout } from './sides.ts'

/** What other sources told of payouts: those of which every line is matched with payments. */
export async function knownPayouts(db: ReadDb, except: number): Promise<KnownPayout[]> {
  const lines = await db
    .selectFrom('reconcile_lines as l')
    .innerJoin('reconcile_sources as o', 'o.id', 'l.source_id')
    .leftJoin(settledLines(db).as('d'), 'd.line_id', 'l.id')
    .leftJoin('reconcile_settlements as s', 's.id', 'd.settlement_id')
    .select(['l.source_id', 'o.name as source', 'l.payout', 'l.amount', 'l.fee', 's.id', 's.kind'])
    .where('l.source_id', '<>', except)
    .where('l.payout', '<>', '')
    .where('l.split', '=', 0)
    .execute()
  const whole = [...Map.groupBy(lines, ({ source_id, payout }) => `${source_id} ${payout}`).values()].filter((those) =>
    those.every(({ kind }) => kind === 'matched'),
  )
  const settlements = new Set(whole.flat().flatMap(({ id }) => (id === null ? [] : [id])))
  const payments = await db.selectFrom('reconcile_settled_payments').selectAll().execute()
  const bySettlement = Map.groupBy(
    payments.filter(({ settlement_id }) => settlements.has(settlement_id)),
    ({ settlement_id }) => settlement_id,
  )
  return whole.flatMap((those) => {
    const [first] = those
    if (!first) return []
    const ids = new Set(those.flatMap(({ id }) => (id === null ? [] : [id])))
    return [
      {
        payout: first.payout,
        source: first.source,
        net: those.reduce((sum, { amount, fee }) => sum + amount - fee, 0),
        payments: [...ids].flatMap((id) =>
          (bySettlement.get(id) ?? []).map(({ entry_number, tender }) => `${entry_number} ${tender}`),
        ),
      },
    ]
  })
}
