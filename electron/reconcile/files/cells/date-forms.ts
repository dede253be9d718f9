import { parseBusinessDate, type BusinessDate } from '../../../../shared/dates.ts'
import { monthOf } from './months.ts'

export type DateOrder = 'ymd' | 'mdy' | 'dmy'

/** A date as it is written: sure of itself, or numbers whose order the column has to say. */
export type WrittenDate =
  | { readonly kind: 'day'; readonly day: BusinessDate; readonly time: string }
  | {
      readonly kind: 'numbers'
      readonly parts: readonly [string, string, string]
      /** written with points, as where the day comes first; without any sign; or with another one */
      readonly sign: 'point' | 'none' | 'other'
      readonly time: string
    }
  | { readonly kind: 'instant'; readonly at: Date }

const TIME = '(?:(?:[T ,]+|, | at | um )(\\d{1,2}[:.h]\\d.*|\\d{6}.*|\\d{1,2} ?[ap]m))?'
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\.?${TIME}$`, 'i')
const COMPACT = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{4,6}(?:[.Z+-].*)?))?${TIME}$`, 'i')
const NUMBERS = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})[-/. ](\\d{4}|\\d{2})${TIME}$`, 'i')
const YEAR_FIRST_SHORT = /^(\d{3})[-/.](\d{1,2})[-/.](\d{1,2})$/
const DAY_MONTH = new RegExp(
  `^(\\d{1,2})(?:\\.|st|nd|rd|th|er|º)?[-/ ]*(?:de |of )?(\\p{L}{3,})\\.?[-/, ]*(?:de )?(\\d{4}|\\d{2})${TIME}$`,
  'iu',
)
const MONTH_DAY = new RegExp(`^(\\p{L}{3,})\\.?[- ]+(\\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\\d{4}|\\d{2})${TIME}$`, 'iu')
const EAST_ASIAN = /^(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})[日号]?[ T]*(?:(\d{1,2}[:時时].*))?$/
const ERA = /^(令和|平成|昭和|R|H|S)[. ]?(元|\d{1,2})(?:年|[-/.])? ?(\d{1,2})(?:月|[-/.])? ?(\d{1,2})日?$/i
const ERA_COMPACT = /^(令和|平成|昭和|R|H|S)(\d{2})(\d{2})(\d{2})$/i
const WEEKDAY = /^\p{L}{2,10}\.?,?\s+(?=\d)|^\p{L}{2,10}\.?,\s*(?=\p{L})|\s*[(（]\p{L}{1,3}[)）]\s*(?=\s|$)/gu

const ERA_BEGINS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }

/** Years of other calendars: Thailand counts 543 more, Taiwan 1911 fewer. */
const THAI_YEARS = 543
const TAIWAN_YEARS = 1911
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/** Takes a date in any common form apart; undefined where it is none, or not a day of the calendar. */
export function writtenDate(text: string): WrittenDate | undefined {
  const written = text.normalize('NFKC').trim().replace(/^'/, '')
  if (written === '' || written.length > 60) return undefined
  // "mar" may be a month or a Tuesday.
  return inAnyForm(written) ?? (/\p{L}/u.test(written) ? inAnyForm(written.replace(WEEKDAY, '').trim()) : undefined)
}

function inAnyForm(written: string): WrittenDate | undefined {
  return byYear(written) ?? byNumbers(written) ?? byMonth(written) ?? byEra(written) ?? instant(written)
}

/** Whether a cell can only be a number of days or seconds where it stands in a column of dates. */
export function looksLikeSerial(text: string): boolean {
  return /^\d+([.,]\d+)?$/.test(text.trim()) && instant(text.trim()) !== undefined
}

/** Whether a cell can be read as a date: for telling columns and rows from each other. */
export function looksLikeDate(text: string): boolean {
  const written = looksLikeSerial(text) ? undefined : writtenDate(text)
  return written !== undefined && (written.kind !== 'numbers' || written.sign !== 'none' || /^\d{8}$/.test(text.trim()))
}

function byYear(written: string): WrittenDate | undefined {
  const [, year, month, day, time, later] = YEAR_FIRST.exec(written) ?? COMPACT.exec(written) ?? []
  if (year !== undefined && plausible(year)) {
    const clock = written.includes('-') || written.includes('/') || written.includes('.') ? time : (time ?? later)
    return sure(year, month, day, clock)
  }
  const [, taiwan, itsMonth, itsDay] = YEAR_FIRST_SHORT.exec(written) ?? []
  return taiwan === undefined ? undefined : sure(String(Number(taiwan) + TAIWAN_YEARS), itsMonth, itsDay, undefined)
}

function byNumbers(written: string): WrittenDate | undefined {
  const [, first, sign, second, third, time] = NUMBERS.exec(written) ?? []
  if (first !== undefined && second !== undefined && third !== undefined) {
    const parts = [first, second, third] as const
    return { kind: 'numbers', parts, sign: sign === '.' ? 'point' : 'other', time: time ?? '' }
  }
  const compact = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(written)
  return compact
    ? { kind: 'numbers', parts: [compact[1] ?? '', compact[2] ?? '', compact[3] ?? ''], sign: 'none', time: '' }
    : undefined
}

function byMonth(written: string): WrittenDate | undefined {
  const [, day, dayMonth, year, time] = DAY_MONTH.exec(written) ?? []
  if (dayMonth !== undefined) return sure(year, String(monthOf(dayMonth) ?? 0), day, time)
  const [, monthDay, itsDay, itsYear, itsTime] = MONTH_DAY.exec(written) ?? []
  return monthDay === undefined ? undefined : sure(itsYear, String(monthOf(monthDay) ?? 0), itsDay, itsTime)
}

function byEra(written: string): WrittenDate | undefined {
  const [, year, month, day, time] = EAST_ASIAN.exec(written) ?? []
  if (year !== undefined) return sure(year, month, day, time?.replace(/[時时]/, ':').replace(/[分秒]/g, ''))
  const [, era, count, itsMonth, itsDay] = ERA_COMPACT.exec(written) ?? ERA.exec(written) ?? []
  const begins = ERA_BEGINS[era?.toUpperCase() ?? '']
  if (begins === undefined) return undefined
  return sure(String(begins + (count === '元' ? 1 : Number(count))), itsMonth, itsDay, undefined)
}

/** Seconds or milliseconds since 1970, as programs write them; days since 1900 as Excel does, with the time behind. */
function instant(written: string): WrittenDate | undefined {
  if (/^1\d{9}(\d{3})?$/.test(written)) return { kind: 'instant', at: new Date(Number(written.padEnd(13, '0'))) }
  const [, days] = /^([3-5]\d{4})(?:[.,]\d+)?$/.exec(written) ?? []
  if (days === undefined) return undefined
  const day = new Date(EXCEL_DAY_0 + Number(days) * DAY_MS).toISOString().slice(0, 10)
  return { kind: 'day', day: day as BusinessDate, time: '' }
}

function sure(year?: string, month?: string, date?: string, time?: string): WrittenDate | undefined {
  const day = dayOf(year, month, date)
  return day === undefined ? undefined : { kind: 'day', day, time: time ?? '' }
}

function plausible(year: string): boolean {
  return /^(19[5-9]|20|21|2[45])/.test(year)
}

/** The day of year, month and date as text; two digits of a year are of this century unless that would be far off. */
export function dayOf(year?: string, month?: string, date?: string): BusinessDate | undefined {
  if (year === undefined || month === undefined || date === undefined) return undefined
  const whole = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 80 ? 2000 : 1900)
  const western = whole > 2400 ? whole - THAI_YEARS : whole
  const parsed = parseBusinessDate(`${western}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return typeof parsed === 'string' ? parsed : undefined
}

/** The day that numbers mean in an order; undefined where the calendar has none. */
export function dayInOrder([first, second, third]: readonly [string, string, string], order: DateOrder) {
  if (order === 'ymd') return third.length === 2 ? dayOf(first, second, third) : undefined
  return order === 'mdy' ? dayOf(third, first, second) : dayOf(third, second, first)
}
