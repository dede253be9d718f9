import { numberFormat } from '../../shared/number-format.ts'
import { typedDecimal } from '../../shared/typed-decimal.ts'

/** Decimals that a rate or percent can have. */
const PLACES = 4

/**
 * A rate or percent as people of the school type it, as the plain decimal that the engine reads: "1,5" is "1.5".
 * What is no number stays as it was typed: the engine refuses it with these very letters.
 */
export function typedRate(text: string, locale: string): string {
  const plain = typedDecimal(text, locale, PLACES)
  return typeof plain === 'object' ? text.trim() : plain
}

/** A rate as a field is filled with it: its own digits, with the school's decimal mark. */
export function typedRateText(rate: string, locale: string): string {
  const digits = rate.split('.')[1]?.length ?? 0
  return numberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })(rate)
}
