import { cents, LARGEST_AMOUNT_CENTS, type Cents } from '../../shared/money.ts'
import { hundredths, type Hundredths } from '../../shared/quantity.ts'
import type { Rate, TaxPercent } from '../../shared/rate.ts'
import { TooLarge } from '../../shared/too-large.ts'

/** What a line is sold at: the terms that were frozen with it. */
export interface LineTerms {
  readonly rate: Rate
  readonly taxPercent: TaxPercent
  /** where an agreed price was sold at: its gross rate is the list's x agreed / list, in minor units */
  readonly agreed?: { readonly price: Cents; readonly list: Cents } | undefined
}

/** A quantity and the dollars that belong to it. */
export interface Holding {
  readonly quantity: Hundredths
  readonly dollars: Cents
}

export const EMPTY_HOLDING: Holding = { quantity: hundredths(0), dollars: cents(0) }

/**
 * Gross rate x quantity, rounded half up: the dollars of a line, in minor units of a currency with that many decimals.
 * Throws TooLarge above what an amount may be.
 */
export function lineDollars(terms: LineTerms, quantity: Hundredths, minorDigits: number): Cents {
  const { over, under } = grossMinorUnits(terms, minorDigits)
  const dollars = halfUp(over * BigInt(quantity), under * 100n)
  if (dollars > LARGEST_AMOUNT_CENTS) throw new TooLarge('line')
  return cents(Number(dollars))
}

/**
 * What a draw of `quantity` takes of the dollars left on a line: gross rate x quantity, never more than is left, and
 * exactly what is left where it takes the last of the quantity.
 */
export function drawDollars(terms: LineTerms, left: Holding, quantity: Hundredths, minorDigits: number): Cents {
  if (quantity === left.quantity) return left.dollars
  return cents(Math.min(lineDollars(terms, quantity, minorDigits), left.dollars))
}

/** The quantity that dollars buy at a line's gross rate, cut down to hundredths; undefined where the rate is 0. */
export function quantityFor(terms: LineTerms, dollars: Cents, minorDigits: number): Hundredths | undefined {
  const { over, under } = grossMinorUnits(terms, minorDigits)
  if (over === 0n) return undefined
  return hundredths(Number((BigInt(dollars) * 100n * under) / over))
}

/** The part of an amount that goes with a part of its quantity, rounded half up. */
export function proportion(amount: Cents, part: Hundredths, whole: Hundredths): Cents {
  return cents(Number(halfUp(BigInt(amount) * BigInt(part), BigInt(whole))))
}

/** rate x (1 + tax percent / 100), in minor units a whole unit: exact, as a fraction that is divided once, at the end. */
function grossMinorUnits(terms: LineTerms, minorDigits: number): { over: bigint; under: bigint } {
  const taxed = BigInt(terms.rate) * BigInt(1_000_000 + terms.taxPercent) * BigInt(10 ** minorDigits)
  const under = 10_000n * 1_000_000n
  const { agreed } = terms
  if (!agreed || agreed.list === 0) return { over: taxed, under }
  return { over: taxed * BigInt(agreed.price), under: under * BigInt(agreed.list) }
}

/** A fraction of what is not less than nothing, to a whole number, a half upwards. */
function halfUp(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under)
}

/**
 * An amount split in proportion to parts, to whole minor units: each the part of it rounded down, and what is left over
 * one by one to the largest remainders, the earlier where equal. All parts 0: nothing to split by, all 0.
 */
export function shares(amount: Cents, parts: readonly Cents[]): Cents[] {
  const whole = parts.reduce((sum, part) => sum + BigInt(part), 0n)
  if (whole === 0n) return parts.map(() => cents(0))
  const exact = parts.map((part) => BigInt(amount) * BigInt(part))
  const down = exact.map((share) => share / whole)
  const left = Number(BigInt(amount) - down.reduce((sum, share) => sum + share, 0n))
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % whole }))
    .toSorted((one, other) =>
      one.remainder === other.remainder ? one.index - other.index : one.remainder > other.remainder ? -1 : 1,
    )
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index))
  return down.map((share, index) => cents(Number(share) + (lucky.has(index) ? 1 : 0)))
}
