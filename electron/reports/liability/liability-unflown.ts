import type { UnflownRow } from '../../../shared/contract/liability.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { lineKind } from '../../billing/catalogue-store.ts'
import type { ReadDb } from '../../storage/database.ts'

/** What remains on customers' packages at the end of a business date, by code: hour types first, then items. */
export async function unflown(db: ReadDb, to: BusinessDate): Promise<UnflownRow[]> {
  const rows = await db
    .with('gone', (query) =>
      query
        .selectFrom('history as h')
        .innerJoin('entries as e', 'e.number', 'h.entry_number')
        .select('h.customer_package_id as owner')
        .where('h.action', 'in', ['removed_from_package', 'returned_to_package'])
        .where('e.date', '<=', to)
        .groupBy('h.customer_package_id')
        // Removed more often than returned: each removal but the last was undone.
        .having(
          ({ fn, eb }) => fn.sum(eb.case('h.action').when('removed_from_package').then(1).else(-1).end()),
          '>',
          0,
        ),
    )
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .innerJoin('catalogue as c', 'c.code', 'a.commodity')
    .innerJoin('customer_packages as k', 'k.id', 'a.owner')
    .leftJoin('gone as g', 'g.owner', 'a.owner')
    .select(['c.id', 'c.code', 'c.name', 'c.kind'])
    .select(({ eb, fn, val }) => {
      const where = (removed: boolean, value: 'p.quantity' | 'p.amount') =>
        fn.sum<number>(
          eb
            .case()
            .when('g.owner', removed ? 'is not' : 'is', null)
            .then(eb.ref(value))
            .else(val(0))
            .end(),
        )
      return [
        where(false, 'p.quantity').as('quantity'),
        where(false, 'p.amount').as('dollars'),
        where(true, 'p.quantity').as('removed_quantity'),
        where(true, 'p.amount').as('removed_dollars'),
      ]
    })
    .where('a.kind', 'in', ['line_available', 'line_pending'])
    .where('e.date', '<=', to)
    .where('k.added', '<=', to)
    .groupBy('c.id')
    .orderBy('c.id')
    .execute()
  return rows
    .map((row) => ({
      code: row.code,
      name: row.name,
      kind: lineKind(row.kind),
      quantity: hundredths(row.quantity),
      dollars: cents(row.dollars),
      removedQuantity: hundredths(row.removed_quantity),
      removedDollars: cents(row.removed_dollars),
    }))
    .toSorted((left, right) => Number(left.kind !== 'hour') - Number(right.kind !== 'hour'))
}
