import { say } from './words/say.ts'

/** A business date of the school, YYYY-MM-DD. Never shifts with a time zone. */
export type BusinessDate = string & { readonly __unit: 'business date' }

const FORM = /^\d{4}-\d{2}-\d{2}$/

/** Reads a business date, or says what is wrong (form, or a day that the calendar does not have). */
export function parseBusinessDate(text: string): BusinessDate | { problem: string } {
  if (!FORM.test(text)) return { problem: say('plain_values.not_a_date', { shown: text.slice(0, 40) }) }
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    return { problem: say('plain_values.not_in_the_calendar', { shown: text.slice(0, 40) }) }
  }
  return text as BusinessDate
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Brands a date already known to be one (from the database); throws otherwise. */
export function businessDate(text: string): BusinessDate {
  const date = parseBusinessDate(text)
  if (typeof date === 'object') throw new Error(date.problem)
  return date
}

/** The business date at an instant in the school's time zone (IANA name). */
export function businessDateAt(instant: Date, timeZone: string): BusinessDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return businessDate(parts.format(instant))
}

/** The business date some days before another. */
export function daysBefore(date: BusinessDate, days: number): BusinessDate {
  return businessDate(new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10))
}

/** The same day of the month some months later; the month's last day where it has no such day. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, lastDay))
  return businessDate(first.toISOString().slice(0, 10))
}
