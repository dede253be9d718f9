import { categorySchema } from '../../../shared/contract/values.ts'
import type { CategoryHours } from '../../../shared/contract/package-columns.ts'
import { hundredths } from '../../../shared/quantity.ts'
import type { ReadDb } from '../../storage/database.ts'
import { preparedForIds } from '../../storage/prepared-for-ids.ts'

const hoursOf = preparedForIds((db, ids) =>
  db
    .selectFrom('accounts as a')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .innerJoin('customer_package_lines as l', (join) =>
      join.onRef('l.customer_package_id', '=', 'a.owner').onRef('l.line', '=', 'a.line'),
    )
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['a.owner as id', 'c.category'])
    .select(({ fn, eb }) => [
      fn.sum<number>('b.quantity').as('included'),
      fn
        .sum<number>(eb.case().when('a.kind', '=', 'line_used').then(0).else(eb.ref('b.quantity')).end())
        .as('remaining'),
    ])
    .where('a.owner', 'in', ids)
    .where('a.kind', 'in', ['line_available', 'line_pending', 'line_used'])
    .where('c.kind', '=', 'hour')
    .groupBy(['a.owner', 'c.category']),
)

/**
 * The hours of customer packages under the categories that the catalogue has today; kept nowhere, so that a category
 * that is given to an hour type later holds for all packages at once.
 * @param packs their ids
 */
export async function hoursByCategory(
  db: ReadDb,
  packs: readonly number[],
): Promise<ReadonlyMap<number, readonly CategoryHours[]>> {
  const rows = await hoursOf(db, packs)
  const hours = rows.map(({ id, category, included, remaining }) => ({
    id,
    category: categorySchema.parse(category),
    included: hundredths(Number(included)),
    remaining: hundredths(Number(remaining)),
  }))
  const byId = Map.groupBy(hours, ({ id }) => id)
  return new Map([...byId].map(([id, own]) => [id, own.map(({ id: _, ...each }) => each)]))
}
