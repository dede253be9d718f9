import type { ReadDb } from '../../storage/database.ts'
import { settledLines } from './lines-store.ts'
import type { KnownPayout } from '../matching/sides.ts'

interface Days {
  readonly from: string
  readonly to: string
}

/**
 * What other sources told of payouts whose last line lies on some dates: those of which every line is settled. A line
 * that is not the school's, like the processor's own charge, arrives with the others, and is no payment.
 */
export async function knownPayouts(db: ReadDb, except: number, { from, to }: Days): Promise<KnownPayout[]> {
  const lines = await db
    .selectFrom('reconcile_lines as l')
    .innerJoin('reconcile_sources as o', 'o.id', 'l.source_id')
    .leftJoin(settledLines(db).as('d'), 'd.line_id', 'l.id')
    .select(['l.source_id', 'o.name as source', 'l.payout', 'l.date', 'l.amount', 'l.fee', 'd.settlement_id as id'])
    .where('l.source_id', '<>', except)
    .where('l.payout', '<>', '')
    .where('l.split', '=', 0)
    .execute()
  const whole = [...Map.groupBy(lines, ({ source_id, payout }) => `${source_id} ${payout}`).values()].filter(
    (those) =>
      those.every(({ id }) => id !== null) &&
      those.some(({ date }) => date >= from) &&
      those.every(({ date }) => date <= to),
  )
  if (whole.length === 0) return []
  const payments = await db.selectFrom('reconcile_settled_payments').selectAll().execute()
  const bySettlement = Map.groupBy(payments, ({ settlement_id }) => settlement_id)
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
