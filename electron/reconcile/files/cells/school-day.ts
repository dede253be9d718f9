import { businessDate, type BusinessDate } from '../../../../shared/dates.ts'
import { dayInOrder, writtenDate, type DateOrder } from './date-forms.ts'
import { zoneOf, type Zone } from './zones.ts'

const MINUTE_MS = 60_000
/** A clock's time, with what may follow it: seconds, am and pm, a zone. */
const CLOCK =
  /^(\d{1,2})[:.h]?(\d{2})?(?:[:.m]?(\d{2})(?:[.,]\d+)?)?s?\s*([ap]\.?m\.?)?\s*(Z|[A-Z]{3,5}|(?:UTC|GMT)?\s?[+-]\d{1,2}:?(?:\d{2})?|[A-Z][\w]+\/[\w/]+)?$/i

/** Where a line says when it was. */
export interface When {
  readonly date: string
  /** a column of its own; empty: none */
  readonly time: string
  /** the word in a column of its own; empty: none */
  readonly zone: string
  /** what the name of the column says */
  readonly namedZone: Zone | undefined
}

/** The day, or why there is none: no date at all, or a zone that nobody knows. */
export type DayRead = { readonly day: BusinessDate } | 'no_date' | 'unknown_zone'

/** The day at the school of a line. A date without a time, or without a zone, is taken as it is written. */
export function schoolDay({ date, time, zone, namedZone }: When, order: DateOrder, timeZone: string): DayRead {
  const written = writtenDate(date)
  if (written === undefined) return 'no_date'
  if (written.kind === 'instant') return { day: dayAt(written.at.getTime(), timeZone) }
  const day = written.kind === 'day' ? written.day : dayInOrder(written.parts, order)
  if (day === undefined) return 'no_date'
  const clock = CLOCK.exec((written.time || time).trim())
  if (!clock) return { day }
  const minutes = minutesOf(clock)
  const told = clock[5] ?? zone.trim()
  const meant = told === '' ? namedZone : zoneOf(told)
  if (meant === undefined) return told === '' ? { day } : 'unknown_zone'
  if ('name' in meant && meant.name === timeZone) return { day }
  const days = new Set(instants(day, minutes, meant).map((at) => dayAt(at, timeZone)))
  const [only] = days
  return days.size === 1 && only !== undefined ? { day: only } : 'unknown_zone'
}

function minutesOf([, hours = '0', minutes = '0', , half = '']: RegExpExecArray): number {
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0)
  return hour * 60 + Number(minutes)
}

function instants(day: BusinessDate, minutes: number, zone: Zone): number[] {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS
  if ('offsets' in zone) return zone.offsets.map((offset) => asUtc - offset * MINUTE_MS)
  // Twice, since the offset may change between the two.
  const near = asUtc - offsetAt(asUtc, zone.name)
  return [asUtc - offsetAt(near, zone.name)]
}

const formats = new Map<string, Intl.DateTimeFormat>()

function wallClock(at: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`)
}

function offsetAt(at: number, timeZone: string): number {
  return wallClock(at, timeZone) - at
}

function dayAt(at: number, timeZone: string): BusinessDate {
  return businessDate(new Date(wallClock(at, timeZone)).toISOString().slice(0, 10))
}
