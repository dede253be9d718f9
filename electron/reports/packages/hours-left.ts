import { sql, type SqlBool } from 'kysely'
import { cents, type Cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'

/** An hour type of a customer package, as far as it can run low. */
export interface HoursLeft {
  readonly code: string
  readonly name: string
  readonly included: Hundredths
  readonly remaining: Hundredths
  /** used since the day that was asked for */
  readonly lately: Hundredths
}

/** An active customer package with its funds and hour types. */
export interface PackageHours {
  readonly id: number
  readonly funds: Cents
  readonly lastActivity: BusinessDate
  readonly hours: readonly HoursLeft[]
}

/** What is left on the hour types of some customer packages, as far as they are active, and what was used since a day. */
export async function hoursLeft(db: ReadDb, since: BusinessDate, ids: readonly number[]): Promise<PackageHours[]> {
  const packages = await db
    .selectFrom('package_list')
    .select(['customer_package_id as id', 'funds', 'last_activity'])
    .where(sql<SqlBool>`status || '' = 'active'`)
    .where('customer_package_id', 'in', ids)
    .execute()
  const lines = Map.groupBy(await linesOf(db, ids), ({ id }) => id)
  const lately = await usedSince(db, since, ids)
  return packages.map(({ id, funds, last_activity }) => ({
    id,
    funds: cents(funds),
    lastActivity: businessDate(last_activity),
    hours: (lines.get(id) ?? []).map(({ line, code, name, included, used }) => ({
      code,
      name,
      included: hundredths(Number(included)),
      remaining: hundredths(Number(included) - Number(used)),
      lately: hundredths(lately.get(`${id} ${line}`) ?? 0),
    })),
  }))
}

function linesOf(db: ReadDb, ids: readonly number[]) {
  return db
    .selectFrom('package_list as l')
    .innerJoin('customer_package_lines as p', 'p.customer_package_id', 'l.customer_package_id')
    .innerJoin('catalogue as c', 'c.code', 'p.code')
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.owner', '=', 'l.customer_package_id').onRef('a.line', '=', 'p.line'),
    )
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .select(['l.customer_package_id as id', 'p.line', 'p.code', 'c.name'])
    .select(({ fn, eb }) => [
      fn
        .sum<number>(eb.case().when('a.kind', '=', 'line_included').then(eb.neg('b.quantity')).else(0).end())
        .as('included'),
      fn.sum<number>(eb.case().when('a.kind', '=', 'line_used').then(eb.ref('b.quantity')).else(0).end()).as('used'),
    ])
    .where(sql<SqlBool>`l.status || '' = 'active'`)
    .where('c.kind', '=', 'hour')
    .where('a.kind', 'in', ['line_included', 'line_used'])
    .where('l.customer_package_id', 'in', ids)
    .groupBy(['l.customer_package_id', 'p.line'])
    .orderBy('p.line')
    .execute()
}

/** What was used on each line since a day, less what was given back, by "id line". */
async function usedSince(db: ReadDb, since: BusinessDate, ids: readonly number[]): Promise<Map<string, number>> {
  const rows = await usedOfSome(db, since, ids)
  return new Map(rows.map(({ owner, line, used }) => [`${owner} ${line}`, Number(used)]))
}

// Cross joins are not reordered: the accounts of the few packages first.
function usedOfSome(db: ReadDb, since: BusinessDate, ids: readonly number[]) {
  return db
    .selectFrom('accounts as a')
    .crossJoin('postings as p')
    .crossJoin('entries as e')
    .select(['a.owner', 'a.line'])
    .select(({ fn }) => fn.sum<number>('p.quantity').as('used'))
    .where('a.owner', 'in', ids)
    .where('a.kind', '=', 'line_used')
    .whereRef('p.account_id', '=', 'a.id')
    .whereRef('e.number', '=', 'p.entry_number')
    .where('e.date', '>=', since)
    .groupBy(['a.owner', 'a.line'])
    .execute()
}
