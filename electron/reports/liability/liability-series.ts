import type { Liability, LiabilityPoint, Period } from '../../../shared/contract/liability.ts'
import { businessDate, daysBefore, type BusinessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { RECORD_ACTIONS } from '../../billing/records/record-actions.ts'
import type { ReadDb } from '../../storage/database.ts'
import { FUNDS_KINDS } from './liability-sums.ts'

/** Periods of up to so many days show every day; longer ones the ends of months. */
const MOST_DAYS = 62
/** A chart shows no more months than this: the last ones. */
const MOST_MONTHS = 120

/** What was owed at the end of each day or month of a period. */
export async function liabilitySeries(db: ReadDb, period: Period): Promise<Liability['series']> {
  const from = period.from ?? (await firstDate(db)) ?? period.to
  const days = (Date.parse(period.to) - Date.parse(from)) / 86_400_000 + 1
  const step = days <= MOST_DAYS ? 'day' : 'month'
  const ends = step === 'day' ? dayEnds(from, period.to) : monthEnds(from, period.to)
  const funds = await fundsChanges(db, step, period.to)
  const accounts = await accountChanges(db, step, period.to)
  return { step, points: pointsOf(ends, step, funds, accounts) }
}

async function firstDate(db: ReadDb): Promise<BusinessDate | undefined> {
  const row = await db
    .selectFrom('entries')
    .select(({ fn }) => fn.min('date').as('date'))
    .where('action', 'not in', RECORD_ACTIONS)
    .executeTakeFirst()
  return row?.date ? businessDate(row.date) : undefined
}

function dayEnds(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const ends = [to]
  for (let day = to; day > from;) {
    day = daysBefore(day, 1)
    ends.unshift(day)
  }
  return ends
}

/** The last days of the months, and the last day of the period. */
function monthEnds(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const ends = [to]
  for (let end = dayBeforeMonthOf(to); end >= from && ends.length < MOST_MONTHS; end = dayBeforeMonthOf(end))
    ends.unshift(end)
  return ends
}

function dayBeforeMonthOf(date: BusinessDate): BusinessDate {
  return daysBefore(businessDate(`${date.slice(0, 8)}01`), 1)
}

/** By how much the liability and the receivable changed in each day or month, from the running funds of each package. */
function fundsChanges(db: ReadDb, step: 'day' | 'month', to: BusinessDate) {
  const length = step === 'day' ? 10 : 7
  return db
    .with('moved', (query) =>
      query
        .selectFrom('customer_packages as c')
        .innerJoin('accounts as a', 'a.owner', 'c.id')
        .innerJoin('postings as p', 'p.account_id', 'a.id')
        .innerJoin('entries as e', 'e.number', 'p.entry_number')
        .select('a.owner')
        .select(({ eb, fn, val }) => {
          // What is dated before its package was added counts from the day of adding on.
          const date = eb
            .case()
            .when('e.date', '<', eb.ref('c.added'))
            .then(eb.ref('c.added'))
            .else(eb.ref('e.date'))
            .end()
          return [
            fn<string>('substr', [date, val(1), val(length)]).as('bucket'),
            eb.neg(fn.sum<number>('p.amount')).as('change'),
          ]
        })
        .where('a.kind', 'in', FUNDS_KINDS)
        .where('e.date', '<=', to)
        .where('c.added', '<=', to)
        .groupBy(['a.owner', 'bucket']),
    )
    .with('running', (query) =>
      query
        .selectFrom('moved')
        .select(['bucket', 'change'])
        .select(({ fn }) =>
          fn
            .sum<number>('change')
            .over((over) => over.partitionBy('owner').orderBy('bucket'))
            .as('after'),
        ),
    )
    .selectFrom('running')
    .select('bucket')
    .select(({ eb, fn, val }) => {
      const before = eb('after', '-', eb.ref('change'))
      const above = (funds: typeof before) => eb.case().when(funds, '>', val(0)).then(funds).else(val(0)).end()
      const after = eb('after', '-', val(0))
      return [fn.sum<number>(eb(above(after), '-', above(before))).as('liability'), fn.sum<number>('change').as('net')]
    })
    .groupBy('bucket')
    .orderBy('bucket')
    .execute()
}

function accountChanges(db: ReadDb, step: 'day' | 'month', to: BusinessDate) {
  const length = step === 'day' ? 10 : 7
  return db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(({ eb, fn, val }) => [
      fn<string>('substr', ['e.date', val(1), val(length)]).as('bucket'),
      eb.neg(fn.sum<number>('p.amount')).as('change'),
    ])
    .where('a.kind', '=', 'customer_account')
    .where('e.date', '<=', to)
    .groupBy('bucket')
    .orderBy('bucket')
    .execute()
}

type FundsChange = Awaited<ReturnType<typeof fundsChanges>>[number]
type AccountChange = Awaited<ReturnType<typeof accountChanges>>[number]

/** Adds the changes up to each end. A month whose end is the period's stops there: nothing later was read. */
function pointsOf(
  ends: readonly BusinessDate[],
  step: 'day' | 'month',
  funds: readonly FundsChange[],
  accounts: readonly AccountChange[],
): LiabilityPoint[] {
  const length = step === 'day' ? 10 : 7
  let [liability, net, held, nextFunds, nextAccounts] = [0, 0, 0, 0, 0]
  return ends.map((date) => {
    const bucket = date.slice(0, length)
    for (let change = funds[nextFunds]; change && change.bucket <= bucket; change = funds[++nextFunds]) {
      liability += change.liability
      net += change.net
    }
    for (let change = accounts[nextAccounts]; change && change.bucket <= bucket; change = accounts[++nextAccounts])
      held += change.change
    return { date, liability: cents(liability), receivable: cents(liability - net), accounts: cents(held) }
  })
}
