import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'

/**
 * A column's track that the longest of its amounts fits into, with its sign: no amount is ever cut.
 * @param largest the largest amount, in minor units
 * @param leastPx how wide the column is with short amounts
 */
export function moneyTrack(largest: number, school: MoneyStyle, leastPx: number): string {
  return `max(${leastPx}px, ${moneyText(cents(-Math.abs(largest)), school).length}ch)`
}
