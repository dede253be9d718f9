import { sql, type Expression, type SqlBool } from 'kysely'
import { ENDING_WITHIN_DAYS, packageStatusSchema, type PackageListFilter } from '../../../shared/contract/values.ts'
import { daysBefore, type BusinessDate } from '../../../shared/dates.ts'
import type { ListChoice } from './list-choice.ts'

/** A piece of the list that one index has in the order of the sort; `unfinished`: active on the day, or expired. */
export type ListPiece = PackageListFilter | 'unfinished'

/** The pieces that together are what is asked for. Only where statuses follow each other are the expired ones apart. */
export function piecesOf({ status, sort }: Pick<ListChoice, 'status' | 'sort'>): readonly ListPiece[] {
  if (status !== null) return [status]
  return sort === 'status' ? packageStatusSchema.options : ['unfinished', 'completed', 'removed']
}

/** The last day of those on which what ends reads as ending soon. */
export function endOfSoon(today: BusinessDate): BusinessDate {
  return daysBefore(today, -ENDING_WITHIN_DAYS)
}

/** Which rows of `package_list` a piece has on a day. @param table as the query calls it */
export function inPiece(
  piece: ListPiece,
  today: BusinessDate,
  { table = 'package_list', soon }: { readonly table?: string; readonly soon?: BusinessDate } = {},
): Expression<SqlBool> {
  const status = sql.ref(`${table}.status`)
  const lastValid = sql.ref(`${table}.last_valid`)
  // What ends on a day is few among many: found by the index of that day, not by that of the status.
  const ends = sql`${status} || '' = 'active'`
  switch (piece) {
    case 'completed':
    case 'removed':
      return sql`${status} = ${piece}`
    case 'unfinished':
      return sql`${status} = 'active'`
    case 'active':
      return sql`${status} = 'active' and (${lastValid} is null or ${lastValid} >= ${today})`
    case 'expired':
      return sql`${ends} and ${lastValid} < ${today}`
    case 'ending':
      return sql`${ends} and ${lastValid} >= ${today} and ${lastValid} <= ${soon ?? endOfSoon(today)}`
  }
}

/** The status that a person reads on a day, as `statusOn` has it; of `package_list` as `l`. */
export function readStatus(today: BusinessDate): Expression<string> {
  return sql<string>`case when l.status = 'active' and l.last_valid < ${today} then 'expired' else l.status end`
}
