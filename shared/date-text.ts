import type { BusinessDate } from './dates.ts'
import { readableLocale } from './locale.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/** A business date in the school's locale: "Jan 5, 2026". Read and written as UTC, so that no time zone can shift it. */
export function dateText(date: BusinessDate, locale: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }
  return formatter(locale, options).format(new Date(`${date}T00:00:00Z`))
}

/** The same with its weekday, where there is room: "Friday, January 16, 2026". */
export function longDateText(date: BusinessDate, locale: string): string {
  return formatter(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** An instant of recording on the school's clock: "Jan 8, 2026, 2:05:09 PM MST". */
export function instantText(instant: string, locale: string, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }
  return formatter(locale, options).format(new Date(instant))
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(readableLocale(locale), options)
  made.set(key, format)
  return format
}
