import type { BusinessDate } from '../../../../shared/dates.ts'
import { dayInOrder, writtenDate, type DateOrder, type WrittenDate } from './date-forms.ts'

type Numbers = Extract<WrittenDate, { kind: 'numbers' }>

/** How dates in numbers are written: known, or ways that are all possible, the usual one first. */
export type FoundOrder = { readonly order: DateOrder } | { readonly possible: readonly DateOrder[] }

const DAY_MS = 86_400_000
/** Days of one month, or of a few weeks around its end. */
const ONE_MONTH_DAYS = 45
const ORDERS = ['dmy', 'mdy', 'ymd'] as const

/**
 * Which comes first where dates are written with numbers: decided over the whole column (and the other dates of the
 * file), by what the calendar allows. Where more than one order is left, what is usual where the file comes from
 * decides, unless the days themselves speak against it: then somebody is asked.
 * @param usual by the signs of the file's language and the school's currency; undefined where they disagree
 */
export function dateOrderOf(texts: readonly string[], usual: DateOrder | undefined): FoundOrder {
  const all = texts.flatMap((text) => {
    const written = writtenDate(text)
    return written?.kind === 'numbers' ? [written] : []
  })
  if (all.length === 0) return { order: usual ?? 'ymd' }
  const possible = ORDERS.filter((order) => all.every((written) => fits(written, order)))
  const [only] = possible
  if (possible.length === 1 && only) return { order: only }
  if (possible.length === 0) return likeliest(all, usual)
  if (possible.includes('dmy') && all.every(({ sign }) => sign === 'point')) return { order: 'dmy' }
  if (usual !== undefined && possible.includes(usual) && !speaksAgainst(all, usual, possible)) return { order: usual }
  return { possible: usual === undefined ? possible : [usual, ...possible.filter((order) => order !== usual)] }
}

function fits({ parts }: Numbers, order: DateOrder): boolean {
  const day = dayInOrder(parts, order)
  return day !== undefined && (parts[2].length === 4 || isNear(day))
}

/** Two digits are a year only where they make one of our time. */
function isNear(day: BusinessDate): boolean {
  return day >= '2015' && day < '2040'
}

/**
 * Some of the dates are none: the order in which most of them are, so that the others are refused. Where as many can be
 * read in one order only as in another, nothing tells which are wrong.
 */
function likeliest(all: readonly Numbers[], usual: DateOrder | undefined): FoundOrder {
  const counted = ORDERS.map((order) => ({ order, read: all.filter((written) => fits(written, order)) })).toSorted(
    (left, right) =>
      right.read.length - left.read.length || Number(right.order === usual) - Number(left.order === usual),
  )
  const [best, ...others] = counted
  // Long ago in every order: years of another calendar, perhaps.
  if (!best || best.read.length === 0) return { possible: ORDERS }
  const rivals = others.filter(
    ({ read }) => read.length === best.read.length && read.some((written) => !best.read.includes(written)),
  )
  return rivals.length === 0 ? { order: best.order } : { possible: [best.order, ...rivals.map(({ order }) => order)] }
}

/** The usual order scatters the days over months, and another one has them all in one: a month's file is meant. */
function speaksAgainst(all: readonly Numbers[], usual: DateOrder, possible: readonly DateOrder[]): boolean {
  const days = new Set(all.map(({ parts }) => parts.join(' ')))
  if (days.size < 2) return false
  const span = (order: DateOrder) => {
    const times = all.flatMap(({ parts }) => Date.parse(dayInOrder(parts, order) ?? '') || [])
    return (Math.max(...times) - Math.min(...times)) / DAY_MS
  }
  return span(usual) > ONE_MONTH_DAYS && possible.some((order) => order !== usual && span(order) <= ONE_MONTH_DAYS)
}

/** What a locale writes first. */
export function usualDateOrder(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(0))
    .map(({ type }) => type)
  if (parts.indexOf('year') < parts.indexOf('month')) return 'ymd'
  return parts.indexOf('month') < parts.indexOf('day') ? 'mdy' : 'dmy'
}
