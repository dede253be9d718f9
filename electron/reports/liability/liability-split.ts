import type { BusinessDate } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'
import { FUNDS_KINDS } from './liability-sums.ts'

/** Package funds above and below zero apart, each as a positive sum. */
export interface FundsSplit {
  readonly package: number
  readonly liability: number
  readonly receivable: number
}

/** The funds of each customer package at the end of a business date, summed by package: owed by the school and to it. */
export async function fundsSplit(db: ReadDb, to: BusinessDate): Promise<FundsSplit[]> {
  return db
    .with('funds', (query) =>
      query
        .selectFrom('customer_packages as k')
        .innerJoin('accounts as a', 'a.owner', 'k.id')
        .innerJoin('postings as p', 'p.account_id', 'a.id')
        .innerJoin('entries as e', 'e.number', 'p.entry_number')
        .select('a.owner')
        .select(({ eb, fn }) => eb.neg(fn.sum<number>('p.amount')).as('funds'))
        .where('a.kind', 'in', FUNDS_KINDS)
        .where('e.date', '<=', to)
        .where('k.added', '<=', to)
        .groupBy('a.owner'),
    )
    .selectFrom('funds as f')
    .innerJoin('customer_packages as c', 'c.id', 'f.owner')
    .select('c.package_id as package')
    .select(({ eb, fn, val }) => {
      const above = eb.case().when('f.funds', '>', val(0)).then(eb.ref('f.funds')).else(val(0)).end()
      const below = eb
        .case()
        .when('f.funds', '<', val(0))
        .then(eb.neg(eb.ref('f.funds')))
        .else(val(0))
        .end()
      return [fn.sum<number>(above).as('liability'), fn.sum<number>(below).as('receivable')]
    })
    .groupBy('c.package_id')
    .execute()
}
