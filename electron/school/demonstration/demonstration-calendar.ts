import type { BusinessDate } from '../../../shared/dates.ts'
import type { SeededChance } from './seeded-chance.ts'

const DAY_MILLISECONDS = 86_400_000
const SATURDAY = 6
const SUNDAY = 0

/** Days counted from today: 0 is today, -30 is a month ago. */
export class DemonstrationCalendar {
  readonly #today: number

  constructor(today: BusinessDate) {
    this.#today = Date.parse(`${today}T00:00:00Z`)
  }

  /** YYYY-MM-DD */
  dateOf(day: number): string {
    return this.#instantOf(day).toISOString().slice(0, 10)
  }

  isWeekend(day: number): boolean {
    const weekday = this.#instantOf(day).getUTCDay()
    return weekday === SATURDAY || weekday === SUNDAY
  }

  /** The day itself, or often one of the week after where it is on a weekend: the school is busier on weekdays. */
  busyDay(chance: SeededChance, day: number): number {
    if (!this.isWeekend(day) || chance.happens(0.4)) return day
    const monday = this.#instantOf(day).getUTCDay() === SATURDAY ? day + 2 : day + 1
    return monday + chance.whole(0, 4)
  }

  #instantOf(day: number): Date {
    return new Date(this.#today + day * DAY_MILLISECONDS)
  }
}
