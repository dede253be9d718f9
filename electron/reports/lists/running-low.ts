import { sql, type SqlBool } from 'kysely'
import type { LowReason, LowRow, RunningLowPolicy } from '../../../shared/contract/policies.ts'
import { businessDate, daysBefore, type BusinessDate } from '../../../shared/dates.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'
import type { Cents } from '../../../shared/money.ts'
import { matchesWords, searchWords } from '../../../shared/search-words.ts'
import type { ReadDb } from '../../storage/database.ts'
import { inPiece } from './list-pieces.ts'
import { hoursLeft, type HoursLeft } from '../packages/hours-left.ts'

/** A student's own pace is that of the last eight weeks: a holiday does not hide it, last year does not blur it. */
const PACE_DAYS = 56

/** Why a customer package is running low; empty where it is not. */
export function lowReasons(policy: RunningLowPolicy, funds: Cents, hours: readonly HoursLeft[]): LowReason[] {
  return [
    ...(funds < 0 ? [{ kind: 'funds' as const, funds }] : []),
    ...hours.flatMap((line) => hoursReasons(policy, line)),
  ]
}

function hoursReasons(policy: RunningLowPolicy, { code, name, included, remaining, lately }: HoursLeft): LowReason[] {
  // What was sold with few hours runs low only once some of them are used.
  if (included <= 0 || remaining === included) return []
  if (remaining < policy.hours) return [{ kind: 'hours', code, name, remaining }]
  if (lately <= 0) return []
  const daysLeft = Math.floor((remaining * PACE_DAYS) / lately)
  return daysLeft > policy.days ? [] : [{ kind: 'pace', code, name, remaining, daysLeft }]
}

/**
 * Why some active customer packages are running low, by id; those that are not are left out.
 */
export async function lowPackages(
  db: ReadDb,
  policy: RunningLowPolicy,
  today: BusinessDate,
  ids: readonly number[],
): Promise<Map<number, LowReason[]>> {
  const packages = await hoursLeft(db, daysBefore(today, PACE_DAYS), ids)
  return new Map(
    packages
      .map(({ id, funds, hours }) => [id, lowReasons(policy, funds, hours)] as const)
      .filter(([, reasons]) => reasons.length > 0),
  )
}

/** The call list: who to call about which package, those without funds or with the fewest hours first. */
export async function runningLow(
  db: ReadDb,
  policy: RunningLowPolicy,
  today: BusinessDate,
  search: string,
): Promise<LowRow[]> {
  const wanted = searchWords(search)
  const rows: LowRow[] = []
  for (const ids of inPartsOf(await mayRunLow(db, policy, today), IDS_AT_ONCE)) {
    const low = await lowPackages(db, policy, today, ids)
    for (const row of await namesOf(db, today, [...low.keys()])) {
      if (!matchesWords([row.name, row.number, row.package_name, row.ref], wanted)) continue
      rows.push({
        ref: row.ref,
        customerNumber: row.number,
        customerName: row.name,
        email: row.email,
        phone: row.phone,
        packageName: row.package_name,
        lastActivity: businessDate(row.last_activity),
        lastValid: row.last_valid === null ? null : businessDate(row.last_valid),
        reasons: low.get(row.id) ?? [],
      })
    }
  }
  return rows.sort((one, other) => urgency(one) - urgency(other) || one.customerName.localeCompare(other.customerName))
}

const IDS_AT_ONCE = 500

/**
 * The active customer packages for which there can be a reason, each found by an index of its own: without funds, with
 * few hours left on a line that was begun, or used within the weeks that make the pace. All others are not looked at.
 */
async function mayRunLow(db: ReadDb, policy: RunningLowPolicy, today: BusinessDate): Promise<number[]> {
  const active = db.selectFrom('package_list').select('customer_package_id as id').where(inPiece('unfinished', today))
  const found = await active
    .where(sql<SqlBool>`funds < 0`)
    .union(active.where(sql<SqlBool>`least_hours is not null and least_hours < ${policy.hours}`))
    .union(active.where('last_activity', '>=', daysBefore(today, PACE_DAYS)))
    .orderBy('id')
    .execute()
  return found.map(({ id }) => id)
}

function namesOf(db: ReadDb, today: BusinessDate, ids: readonly number[]) {
  return db
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'l.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select([
      'p.id',
      'p.ref',
      'c.number',
      'c.name',
      'c.email',
      'c.phone',
      'k.name as package_name',
      'l.last_activity',
      'l.last_valid',
    ])
    .where('l.customer_package_id', 'in', ids)
    .where(inPiece('active', today, { table: 'l' }))
    .where('c.active', '=', 1)
    .execute()
}

/** The days that are left at the most pressing of the reasons; hours without a pace stand behind those with one. */
function urgency({ reasons }: LowRow): number {
  return Math.min(
    ...reasons.map((reason) => {
      switch (reason.kind) {
        case 'funds':
          return -1
        case 'pace':
          return reason.daysLeft
        case 'hours':
          return reason.remaining === 0 ? 0 : 1_000 + reason.remaining
      }
    }),
  )
}
