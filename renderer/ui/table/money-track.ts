import { dateText } from '../../../shared/date-text.ts'
import { addMonths, businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { withoutDirections } from '../../../shared/typed-decimal.ts'

/** About as wide as a digit is in a table. */
const CHARACTER_PX = 7.8

/** The same in pixels, for the question whether there is room for the column. */
export function moneyLeast(largest: number, school: MoneyStyle, leastPx: number): number {
  return Math.max(leastPx, Math.ceil(longest(largest, school) * CHARACTER_PX))
}

/**
 * A column's track that the longest of its amounts fits into, with its sign: no amount is ever cut.
 * @param largest the largest amount, in minor units
 * @param leastPx how wide the column is with short amounts
 */
export function moneyTrack(largest: number, school: MoneyStyle, leastPx: number): string {
  return `max(${leastPx}px, ${longest(largest, school)}ch)`
}

/** Characters of the longest amount, with its sign. */
function longest(largest: number, school: MoneyStyle): number {
  return withoutDirections(moneyText(cents(-Math.abs(largest)), school)).length
}

const MONTHS = Array.from({ length: 12 }, (_, month) => addMonths(businessDate('2026-01-28'), month))

/** A column's pixels that every day fits into, as the school writes it. @param leastPx with short months */
export function dayWidth(locale: string, leastPx: number): number {
  return Math.max(leastPx, ...MONTHS.map((day) => Math.ceil(shownLength(dateText(day, locale)) * CHARACTER_PX)))
}

/** Signs of East Asia are twice as wide. */
function shownLength(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0)
}
