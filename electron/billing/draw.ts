import { Decimal } from 'decimal.js'
import { cents, type Cents } from '../../shared/money.ts'
import { hundredths, type Hundredths } from '../../shared/quantity.ts'
import type { Rate, TaxPercent } from '../../shared/rate.ts'

/** Exact for every rate, percent and quantity that can be entered: no product here has more digits. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })

/** What a line is sold at: the terms that were frozen with it. */
export interface LineTerms {
  readonly rate: Rate
  readonly taxPercent: TaxPercent
}

/** A quantity and the dollars that belong to it. */
export interface Holding {
  readonly quantity: Hundredths
  readonly dollars: Cents
}

export const EMPTY_HOLDING: Holding = { quantity: hundredths(0), dollars: cents(0) }

/** Gross rate x quantity, rounded half up: the dollars of a line, in minor units of a currency with that many decimals. */
export function lineDollars(terms: LineTerms, quantity: Hundredths, minorDigits: number): Cents {
  return cents(grossMinorUnits(terms, minorDigits).times(quantity).div(100).toDecimalPlaces(0).toNumber())
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
  const gross = grossMinorUnits(terms, minorDigits)
  if (gross.isZero()) return undefined
  return hundredths(new Exact(dollars).times(100).div(gross).toDecimalPlaces(0, Decimal.ROUND_DOWN).toNumber())
}

/** The part of an amount that goes with a part of its quantity, rounded half up. */
export function proportion(amount: Cents, part: Hundredths, whole: Hundredths): Cents {
  return cents(new Exact(amount).times(part).div(whole).toDecimalPlaces(0).toNumber())
}

/** rate x (1 + tax percent / 100), in minor units a whole unit. Exact. */
function grossMinorUnits(terms: LineTerms, minorDigits: number): Decimal {
  const taxed = new Exact(terms.rate).times(1_000_000 + terms.taxPercent)
  return taxed.times(new Exact(10).pow(minorDigits)).div(10_000 * 1_000_000)
}
