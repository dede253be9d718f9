import { fixedDecimal, parseDecimal } from './decimal-text.ts'
import { say } from './words/say.ts'

/** A rate or price of the catalogue: an integer of ten-thousandths of the currency's major unit. 199.00 is 1990000. */
export type Rate = number & { readonly __unit: 'rate ten-thousandths' }

/** A tax percent: an integer of ten-thousandths of a percent. 6.5 % is 65000. */
export type TaxPercent = number & { readonly __unit: 'percent ten-thousandths' }

const LARGEST_RATE = 10_000_000_0000
const LARGEST_TAX_PERCENT = 1000_0000

/** Brands an integer of ten-thousandths as a rate; throws on a fraction or a negative. */
export function rate(value: number): Rate {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not a rate: ${value}`)
  return value as Rate
}

/** Brands an integer of ten-thousandths of a percent; throws on a fraction or a negative. */
export function taxPercent(value: number): TaxPercent {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not a tax percent: ${value}`)
  return value as TaxPercent
}

/** Reads "199.00" as a rate, or says what is wrong. At most 4 decimals. */
export function parseRate(text: string): Rate | { problem: string } {
  const parsed = parseDecimal(text, 4)
  if (typeof parsed === 'object') return parsed
  return parsed > LARGEST_RATE
    ? { problem: say('plain_values.too_large_a_rate', { shown: text.slice(0, 40) }) }
    : rate(parsed)
}

/** Reads "6.5" as a tax percent, or says what is wrong. At most 4 decimals. */
export function parseTaxPercent(text: string): TaxPercent | { problem: string } {
  const parsed = parseDecimal(text, 4)
  if (typeof parsed === 'object') return parsed
  return parsed > LARGEST_TAX_PERCENT
    ? { problem: say('plain_values.too_much_tax', { shown: text.slice(0, 40) }) }
    : taxPercent(parsed)
}

/** A rate as the CSV files write it: at least two decimals, at most four. */
export function rateText(value: Rate): string {
  return trimmed(fixedDecimal(value, 4), 2)
}

/** A tax percent as the CSV files write it, without needless zeros: 6.5, 0. */
export function taxPercentText(value: TaxPercent): string {
  return trimmed(fixedDecimal(value, 4), 0)
}

function trimmed(decimal: string, fewestDecimals: number): string {
  const point = decimal.indexOf('.')
  let end = decimal.length
  while (end > point + 1 + fewestDecimals && decimal[end - 1] === '0') end--
  return decimal.slice(0, end === point + 1 ? point : end)
}
