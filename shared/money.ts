import { fixedDecimal, parseDecimal } from './decimal-text.ts'
import { TooLarge } from './too-large.ts'
import { say } from './words/say.ts'

/** Money: an integer of the currency's minor unit (cents for USD, yen for JPY). */
export type Cents = number & { readonly __unit: 'cents' }

/** The largest amount that may be entered: far above any school, far below where integers lose exactness. */
export const LARGEST_AMOUNT_CENTS = 100_000_000_000_00

/** The most that an account may come to: sums of a few of them are still exact. */
export const LARGEST_BALANCE_CENTS = 2_000_000_000_000_000

/**
 * Brands an integer as money. Throws on anything that is not a safe integer, so that no fraction ever gets in; a number
 * that has outgrown them is TooLarge.
 */
export function cents(value: number): Cents {
  if (Number.isSafeInteger(value)) return (value === 0 ? 0 : value) as Cents
  if (Number.isInteger(value)) throw new TooLarge('amount')
  throw new Error(`not a whole number of minor units: ${value}`)
}
export const NO_MONEY: Cents = cents(0)

/** Sum of amounts, in minor units. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  return cents(total)
}

/**
 * Reads a plain decimal with a point ("1250.00") as money.
 * @param minorDigits decimals of the currency (2 for USD)
 * @returns minor units, or a sentence that says what is wrong
 */
export function parseAmount(text: string, minorDigits: number): Cents | { problem: string } {
  const parsed = parseDecimal(text, minorDigits)
  if (typeof parsed === 'object') return parsed
  if (parsed > LARGEST_AMOUNT_CENTS)
    return { problem: say('plain_values.too_large_an_amount', { shown: text.slice(0, 40) }) }
  return cents(parsed)
}

/** Money as a plain decimal with a point, as the CSV files and the command line write it: 17350.44, -5.00. */
export function amountText(amount: Cents, minorDigits: number): string {
  return fixedDecimal(amount, minorDigits)
}
