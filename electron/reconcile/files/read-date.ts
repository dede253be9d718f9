import { parseBusinessDate, type BusinessDate } from '../../../shared/dates.ts'
import { foldText } from '../../storage/search-text.ts'

export type DateOrder = 'ymd' | 'mdy' | 'dmy'

/** A time may follow; the day is taken as it is written, whatever its zone. */
const TIME = '(?:[T ,]+\\d{1,2}[:.h]\\d.*)?'
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`)
const COMPACT = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:T?\\d{4,6}(?:[.Z+-].*)?)?${TIME}$`)
const NUMBERS = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})${TIME}$`)
const DAY_MONTH = new RegExp(`^(\\d{1,2})\\.?[-/ ]+(\\p{L}{3,})\\.?[-/, ]+(\\d{4}|\\d{2})${TIME}$`, 'u')
const MONTH_DAY = new RegExp(`^(\\p{L}{3,})\\.?[- ]+(\\d{1,2}),?[- ]+(\\d{4}|\\d{2})${TIME}$`, 'u')
const WEEKDAY = /^\p{L}{2,10}\.?,\s*(?=\d|\p{L})/u

/** Beginnings of the months in English, German, French and Spanish, folded. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'dic'],
]

/** Reads a date in any common form; undefined where it is none, or not a day of the calendar. */
export function readDate(text: string, order: DateOrder): BusinessDate | undefined {
  const written = text.trim().replace(WEEKDAY, '')
  const yearFirst = YEAR_FIRST.exec(written) ?? COMPACT.exec(written)
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3])
  const numbers = NUMBERS.exec(written)
  if (numbers) {
    const [, first, second, year] = numbers
    if (order === 'ymd' && year?.length === 2) return day(first, second, year)
    return order === 'mdy' ? day(year, first, second) : day(year, second, first)
  }
  const dayMonth = DAY_MONTH.exec(written)
  if (dayMonth) return day(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1])
  const monthDay = MONTH_DAY.exec(written)
  return monthDay ? day(monthDay[3], monthOf(monthDay[1]), monthDay[2]) : undefined
}

/**
 * Which comes first where dates are written with numbers: a number over 12 gives it away. Where two digits are the
 * year, and the first stay the same while the last go on, the first are the year.
 * @param usual where nothing does: what the school's own locale writes
 */
export function dateOrder(texts: readonly string[], usual: DateOrder): DateOrder {
  const all = texts.flatMap((text) => {
    const [written = '', first = '', second = '', year = ''] = NUMBERS.exec(text.trim().replace(WEEKDAY, '')) ?? []
    return written === '' ? [] : [{ written, first, second, year }]
  })
  // With points the day comes first, wherever they are written.
  const hasPoints = all.some(({ written }) => written.includes('.') && !written.includes('/'))
  if (!hasPoints && isYearFirst(all)) return 'ymd'
  for (const { written, first, second } of all) {
    if (written.includes('.') && !written.includes('/')) return 'dmy'
    if (Number(first) > 12) return 'dmy'
    if (Number(second) > 12) return 'mdy'
  }
  return usual
}

function isYearFirst(all: readonly { readonly first: string; readonly year: string }[]): boolean {
  const [firsts, lasts] = [new Set(all.map(({ first }) => first)), new Set(all.map(({ year }) => year))]
  const short = all.every(({ year }) => year.length === 2)
  return short && lasts.size > 1 && firsts.size === 1 && all.every(({ first }) => Number(first) > 12)
}

/** What a locale writes first. */
export function usualDateOrder(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(0))
    .map(({ type }) => type)
  if (parts.indexOf('year') < parts.indexOf('month')) return 'ymd'
  return parts.indexOf('month') < parts.indexOf('day') ? 'mdy' : 'dmy'
}

function monthOf(name: string | undefined): string | undefined {
  const folded = foldText(name ?? '')
  const index = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => folded.startsWith(beginning)))
  return index === -1 ? undefined : String(index + 1)
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): BusinessDate | undefined {
  if (year === undefined || month === undefined || date === undefined) return undefined
  const century = year.length === 4 ? '' : Number(year) < 80 ? '20' : '19'
  const parsed = parseBusinessDate(`${century}${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return typeof parsed === 'string' ? parsed : undefined
}
