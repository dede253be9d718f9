import { parseBusinessDate, type BusinessDate } from './dates.ts'
import { readableLocale } from './locale.ts'
import { westernDigits, withoutDirections } from './typed-decimal.ts'

type Part = 'year' | 'month' | 'day'

const NUMERIC: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'UTC',
  // A business date is one of the calendar that the ledger counts in, whatever else the locale would write.
  calendar: 'gregory',
}

const made = new Map<string, Intl.DateTimeFormat>()

/** A business date as the school writes it in a field: 01/31/2026, 31.01.2026, 2026/01/31. */
export function typedDayText(date: BusinessDate, locale: string): string {
  return withoutDirections(formatOf(locale).format(new Date(`${date}T00:00:00Z`)))
}

/**
 * Reads a day as people of the school type it: in the order of their locale and with any mark between the numbers, or
 * as 2026-01-31. Without a year it is one of this year; a year of two digits is one of this century.
 * @returns null where it is no day of the calendar
 */
export function typedDay(text: string, locale: string, today: BusinessDate): BusinessDate | null {
  const typed = westernDigits(withoutDirections(text))
  if (/[^\d\s.,/\-年月日년월일]/u.test(typed)) return null
  const numbers = typed.match(/\d+/g) ?? []
  const [first = ''] = numbers
  const order = numbers.length === 3 && first.length === 4 ? YEAR_FIRST : orderOf(locale, numbers.length)
  if (numbers.length !== order.length) return null
  const valueOf = (part: Part) => numbers[order.indexOf(part)] ?? ''
  const year = order.includes('year') ? fullYear(valueOf('year'), today) : today.slice(0, 4)
  const [month, day] = [valueOf('month'), valueOf('day')]
  if (year === null || month.length > 2 || day.length > 2) return null
  const date = parseBusinessDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return typeof date === 'string' ? date : null
}

const YEAR_FIRST: readonly Part[] = ['year', 'month', 'day']

/** The locale's order of a day; without its year where only two numbers are typed. */
function orderOf(locale: string, numbers: number): readonly Part[] {
  const parts = formatOf(locale)
    .formatToParts(new Date(0))
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []))
  return numbers === 2 ? parts.filter((part) => part !== 'year') : parts
}

function fullYear(typed: string, today: BusinessDate): string | null {
  if (typed.length === 4) return typed
  return typed.length === 2 ? `${today.slice(0, 2)}${typed}` : null
}

function formatOf(locale: string): Intl.DateTimeFormat {
  const known = made.get(locale)
  if (known) return known
  const format = new Intl.DateTimeFormat(readableLocale(locale), NUMERIC)
  made.set(locale, format)
  return format
}
