import { stringify } from 'csv-stringify/sync'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import type { DemonstrationRow } from './demonstration-desk.ts'
import { columnsOf } from '../csv/school-files.ts'

/** The first number of a kind of reference, less one; 1000 for those that are not named. */
const BEFORE_FIRST: Readonly<Record<string, number>> = { INV: 20_000, PAY: 5_000 }

/** activity.csv: rows in the order of the days; each kind of reference is numbered in that order. */
export function activityText(rows: readonly DemonstrationRow[], calendar: DemonstrationCalendar): string {
  const columns = columnsOf('activity.csv')
  const numbered = numberer()
  const records = rows
    .toSorted((left, right) => left.day - right.day)
    .map(({ day: done, cells }) =>
      columns.map((column) => {
        if (column === 'date') return calendar.dateOf(done)
        if (column === 'user') return onDuty(cells.user ?? '', calendar.isWeekend(done))
        const day = /^@(-?\d+)$/.exec(cells[column] ?? '')?.[1]
        // A last valid day, counted from today like the others.
        if (day !== undefined) return calendar.dateOf(Number(day))
        return numbered(cells[column] ?? '')
      }),
    )
  return stringify([[...columns], ...records])
}

/** Another person is at the front desk on weekends. */
function onDuty(user: string, weekend: boolean): string {
  return user === 'desk' && weekend ? 'desk2' : user
}

/** Turns references like INV#12, given in the order of writing, into INV-20001 and on, in the order of asking. */
function numberer(): (text: string) => string {
  const numbers = new Map<string, string>()
  const counts = new Map<string, number>()
  return (text) => {
    const kind = /^([A-Z]+)#\d+$/.exec(text)?.[1]
    if (!kind) return text
    const known = numbers.get(text)
    if (known) return known
    const count = (counts.get(kind) ?? BEFORE_FIRST[kind] ?? 1_000) + 1
    counts.set(kind, count)
    numbers.set(text, `${kind}-${count}`)
    return `${kind}-${count}`
  }
}
