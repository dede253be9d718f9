import { fixedDecimal, parseDecimal } from '../../../shared/decimal-text.ts'
import { parseRate } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { parseTypedPercent } from '../typed-rate.ts'

const RATE_PLACES = 4
const PERCENT_PLACES = 2
const WHOLE = 100_00

/** A discount as typed, in hundredths of a percent: 0 where nothing is typed. */
export function typedDiscount(typed: string, locale: string): number | { readonly problem: string } {
  if (typed.trim() === '') return 0
  const plain = parseTypedPercent(typed, locale, PERCENT_PLACES)
  if (typeof plain === 'object') return plain
  const percent = parseDecimal(plain, PERCENT_PLACES)
  if (typeof percent === 'object') return percent
  return percent <= WHOLE ? percent : { problem: say('settings.discount_too_much') }
}

/**
 * A standard rate less a discount, half up to as many digits as the rate has, and to the smallest unit of the currency at
 * least; the rate itself where it cannot be read.
 * @param discount hundredths of a percent
 */
export function discountedRate(rate: string, discount: number, minorDigits: number): string {
  const whole = parseRate(rate)
  if (typeof whole === 'object' || discount === 0) return rate
  const places = Math.min(RATE_PLACES, Math.max(minorDigits, rate.split('.')[1]?.length ?? 0))
  const unit = BigInt(WHOLE) * 10n ** BigInt(RATE_PLACES - places)
  const left = BigInt(whole) * BigInt(WHOLE - discount)
  return fixedDecimal(Number((left + unit / 2n) / unit), places)
}
