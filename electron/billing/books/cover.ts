import type { BusinessDate } from '../../../shared/dates.ts'

/** A figure's extreme over some days, and the first day on which it is so. */
export interface Extreme {
  readonly value: number
  readonly day: BusinessDate
}

/**
 * The smallest value that a figure has at the end of any day from a day on, and the first day on which it has it.
 * Source: billing rules, Dates, 3.
 * @param now the figure after everything that is recorded
 * @param changes what changed it on days after `from`
 */
export function smallestFrom(
  from: BusinessDate,
  now: number,
  changes: readonly { readonly day: BusinessDate; readonly change: number }[],
): Extreme {
  const later = changes.filter(({ day }) => day > from)
  if (later.length === 0) return { value: now, day: from }
  const byDay = new Map<BusinessDate, number>()
  for (const { day, change } of later) byDay.set(day, (byDay.get(day) ?? 0) + change)
  let value = now - later.reduce((sum, { change }) => sum + change, 0)
  let smallest: Extreme = { value, day: from }
  for (const [day, change] of [...byDay].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    value += change
    if (value < smallest.value) smallest = { value, day }
  }
  return smallest
}
