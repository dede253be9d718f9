import { parseAmount, type Cents } from '../../shared/money.ts'
import { hundredths, parseQuantity, type Hundredths } from '../../shared/quantity.ts'
import { say } from '../../shared/words/say.ts'

const CLOCK = /^(\d{1,7}):([0-5]\d)$/

/**
 * Reads an amount as people type it: 1250, 1250.50, 1250,50, 1,250.50 or $1,250.50.
 * @param minorDigits decimals of the currency
 * @returns minor units, or a sentence that says what is wrong
 */
export function parseTypedAmount(text: string, minorDigits: number): Cents | { problem: string } {
  const plain = plainDecimal(text.replace(/^[^\d.,:-]+|[^\d.,:]+$/g, ''))
  if (plain === '') return { problem: say('ui.amountMissing') }
  return sentence(parseAmount(plain, minorDigits))
}

/** Reads a quantity as people type it: 1.3, 1,3, or for hours 1:18. Hundredths, or a sentence that says what is wrong. */
export function parseTypedQuantity(text: string): Hundredths | { problem: string } {
  const typed = text.trim()
  if (typed === '') return { problem: say('ui.quantityMissing') }
  const clock = CLOCK.exec(typed)
  if (!clock) return sentence(parseQuantity(plainDecimal(typed)))
  // Minutes as hundredths of an hour, the half rounded up, in whole numbers only.
  const minutes = Number(clock[2])
  const fraction = (minutes * 100 + 30 - ((minutes * 100 + 30) % 60)) / 60
  return hundredths(Number(clock[1]) * 100 + fraction)
}

/** With both separators, the last one is the decimal one; a comma alone is one, too. */
function plainDecimal(text: string): string {
  const typed = text.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  const comma = typed.lastIndexOf(',')
  const point = typed.lastIndexOf('.')
  if (comma !== -1 && point !== -1) {
    return comma > point ? typed.replaceAll('.', '').replace(',', '.') : typed.replaceAll(',', '')
  }
  const decimal = comma === -1 ? typed : typed.replace(',', '.')
  return decimal.startsWith('.') ? `0${decimal}` : decimal
}

function sentence<T extends number>(parsed: T | { problem: string }): T | { problem: string } {
  return typeof parsed === 'object' ? { problem: `${parsed.problem}.` } : parsed
}
