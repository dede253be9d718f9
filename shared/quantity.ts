import { fixedDecimal, parseDecimal } from './decimal-text.ts'
import { TooLarge } from './too-large.ts'
import { say } from './words/say.ts'

/** A quantity of hours or pieces: an integer of hundredths. 1.3 hours are 130. */
export type Hundredths = number & { readonly __unit: 'hundredths' }

/** The largest quantity that may be entered: ten million hours. */
export const LARGEST_QUANTITY_HUNDREDTHS = 10_000_000_00

/** The most that an account may hold of a code. */
export const LARGEST_HOLDING_HUNDREDTHS = 2_000_000_000_000_000

/** Brands an integer as a quantity. Throws on anything that is not a safe integer; one that outgrew them is TooLarge. */
export function hundredths(value: number): Hundredths {
  if (Number.isSafeInteger(value)) return (value === 0 ? 0 : value) as Hundredths
  if (Number.isInteger(value)) throw new TooLarge('quantity')
  throw new Error(`not a whole number of hundredths: ${value}`)
}

export const NOTHING: Hundredths = hundredths(0)

/** Sum of quantities, in hundredths. */
export function sumHundredths(quantities: Iterable<Hundredths>): Hundredths {
  let total = 0
  for (const quantity of quantities) total += quantity
  return hundredths(total)
}

/** Reads "1.3" as hundredths (130), or says what is wrong. At most 2 decimals. */
export function parseQuantity(text: string): Hundredths | { problem: string } {
  const parsed = parseDecimal(text, 2)
  if (typeof parsed === 'object') return parsed
  if (parsed > LARGEST_QUANTITY_HUNDREDTHS) {
    return { problem: say('plain_values.too_large_a_quantity', { shown: text.slice(0, 40) }) }
  }
  return hundredths(parsed)
}

/** A quantity as the CSV files and the command line write it: always two decimals, "1.30". */
export function quantityText(quantity: Hundredths): string {
  return fixedDecimal(quantity, 2)
}
