import type { QueryCreator } from 'kysely'
import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'
import type { Tables } from '../storage/tables/tables.ts'

const MOST_FINDINGS = 100

/** The Packages tab's rows, each computed again from the balances of its accounts; in SQL, since there may be many. */
export async function verifyList(db: ReadDb): Promise<Finding[]> {
  const wrong = [...(await wrongHours(db)), ...(await wrongMoney(db)), ...(await wrongStatus(db))]
  return [...new Set(wrong)].map((ref) => ({
    check: 'records',
    entry: null,
    message: `The list shows ${ref} with numbers that the ledger does not give.`,
  }))
}

/** What was included and what remains of each customer package, by the balances of its accounts. */
function hourSums(query: QueryCreator<Tables>) {
  return query
    .selectFrom('accounts as a')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .innerJoin('catalogue as c', 'c.code', 'a.commodity')
    .select('a.owner')
    .select(({ fn, eb, and }) => {
      const included = eb('a.kind', '=', 'line_included')
      const hour = eb('c.kind', '=', 'hour')
      const remains = eb('a.kind', 'in', ['line_available', 'line_pending'])
      const none = eb.val(0)
      return [
        fn
          .sum<number>(
            eb
              .case()
              .when(included)
              .then(eb.neg(eb.ref('b.amount')))
              .else(none)
              .end(),
          )
          .as('price'),
        fn
          .sum<number>(
            eb
              .case()
              .when(and([included, hour]))
              .then(eb.neg(eb.ref('b.quantity')))
              .else(none)
              .end(),
          )
          .as('included'),
        fn
          .sum<number>(
            eb
              .case()
              .when(and([remains, hour]))
              .then(eb.ref('b.quantity'))
              .else(none)
              .end(),
          )
          .as('remaining'),
      ]
    })
    .groupBy('a.owner')
}

/** Price and hours: the sums of what was included and of what remains. */
async function wrongHours(db: ReadDb): Promise<string[]> {
  const rows = await db
    .with('sums', hourSums)
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .leftJoin('sums as s', 's.owner', 'p.id')
    .select('p.ref')
    .where(({ eb, or, ref }) =>
      or([
        eb('s.owner', 'is', null),
        eb('l.price', '<>', ref('s.price')),
        eb('p.price', '<>', ref('s.price')),
        eb('l.hours_included', '<>', ref('s.included')),
        eb('l.hours_remaining', '<>', ref('s.remaining')),
      ]),
    )
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ ref }) => ref)
}

async function wrongMoney(db: ReadDb): Promise<string[]> {
  const rows = await db
    .with('sums', (query) =>
      query
        .selectFrom('accounts as a')
        .innerJoin('account_balances as b', 'b.account_id', 'a.id')
        .select('a.owner')
        .select(({ fn, eb }) => {
          const paid = eb
            .case()
            .when('a.kind', '=', 'package_paid')
            .then(eb.neg(eb.ref('b.amount')))
            .else(0)
            .end()
          return [fn.sum<number>(paid).as('paid'), fn.sum<number>(eb.neg(eb.ref('b.amount'))).as('funds')]
        })
        .where('a.kind', 'in', ['package_paid', 'package_drawn'])
        .groupBy('a.owner'),
    )
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .leftJoin('sums as s', 's.owner', 'p.id')
    .select('p.ref')
    .where(({ eb, or, fn, val }) => {
      const paid = fn.coalesce('s.paid', val(0))
      return or([
        eb('l.paid', '<>', paid),
        eb('l.owed', '<>', eb('p.price', '-', paid)),
        eb('l.funds', '<>', fn.coalesce('s.funds', val(0))),
      ])
    })
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ ref }) => ref)
}

/** Removed by the history; else completed where nothing remains on any line. */
async function wrongStatus(db: ReadDb): Promise<string[]> {
  const rows = await db
    .with('remains', (query) =>
      query
        .selectFrom('accounts as a')
        .innerJoin('account_balances as b', 'b.account_id', 'a.id')
        .select('a.owner')
        .where('a.kind', 'in', ['line_available', 'line_pending'])
        .where('b.quantity', '>', 0)
        .groupBy('a.owner'),
    )
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .leftJoin('remains as s', 's.owner', 'p.id')
    .select('p.ref')
    .where(({ eb }) => {
      const removed = eb('p.removed_on', 'is not', null)
      const status = eb
        .case()
        .when(removed)
        .then('removed')
        .when('s.owner', 'is', null)
        .then('completed')
        .else('active')
        .end()
      return eb('l.status', '<>', status)
    })
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ ref }) => ref)
}
