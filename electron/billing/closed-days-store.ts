import { dateText } from '../../shared/date-text.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ReadDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'
import { say } from '../../shared/words/say.ts'

/** A closing that stands, as far as a refusal needs it. */
export interface ClosedDays {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly closedBy: string
}

const standingOn = prepared(['date'], (db, { date }) =>
  db
    .selectFrom('closings as c')
    .innerJoin('users as u', 'u.id', 'c.user_id')
    .leftJoin('closing_reopenings as r', 'r.closing_id', 'c.id')
    .select(['c.from_date', 'c.to_date', 'u.name'])
    .where('c.to_date', '>=', date)
    .where('c.from_date', '<=', date)
    .where('r.closing_id', 'is', null),
)

/** The closing that holds a business date closed, or undefined where the day is open. */
export async function closedDaysOn(db: ReadDb, date: BusinessDate): Promise<ClosedDays | undefined> {
  const [row] = await standingOn(db, { date })
  return row && { from: businessDate(row.from_date), to: businessDate(row.to_date), closedBy: row.name }
}

/** Why nothing can be dated into closed days. The one refusal for the desk and the import. */
export function dayClosed({ from, to, closedBy }: ClosedDays, date: BusinessDate, locale: string): Failure {
  const text = (day: BusinessDate) => dateText(day, locale)
  const params = { day: text(date), closedBy, days: from === to ? 'one' : 'more', from: text(from), to: text(to) }
  return {
    code: 'day_closed',
    message: say('closing.day_is_closed_closedby_has_signed', params),
    remedy: say('closing.date_it_on_an_open_day_or_reopen_the'),
    field: 'date',
  }
}
