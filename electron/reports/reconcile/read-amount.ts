import { cents, parseAmount, type Cents } from '../../../shared/money.ts'

export type DecimalSign = '.' | ','

/** What stands around the digits: currencies by sign or letters, "CR" and "DR", and what groups thousands. */
const SPACES = /[\s\u00a0\u2007\u202f'’]/g
const CREDIT = /(?:CR|[+])$/i
const DEBIT = /(?:DR|DB|[-−])$/i
const CURRENCY = /^(?:\p{Sc}|\p{L}{1,3}\p{Sc}?)|(?:\p{Sc}|\p{L}{3})$/gu

/**
 * Reads an amount as statements write it: with or without sign, currency, thousands, parentheses, CR and DR.
 * Undefined where it is none.
 * @returns minor units of the currency
 */
export function readAmount(text: string, decimalSign: DecimalSign, minorDigits: number): Cents | undefined {
  let written = text.replace(SPACES, '')
  let negative = false
  const inParentheses = /^[^(]*\((.*)\)$/.exec(written)
  if (inParentheses) {
    negative = true
    written = inParentheses[1] ?? ''
  }
  if (DEBIT.test(written)) {
    negative = !negative
    written = written.replace(DEBIT, '')
  } else written = written.replace(CREDIT, '')
  written = written.replace(CURRENCY, '')
  const sign = /^[-−+]/.exec(written)?.[0]
  if (sign !== undefined) {
    if (sign !== '+') negative = !negative
    written = written.slice(1)
  }
  written = written.replace(CURRENCY, '')
  const plain = plainDecimal(written, decimalSign, minorDigits)
  const amount = plain === undefined ? undefined : parseAmount(plain, minorDigits)
  if (typeof amount !== 'number') return undefined
  return negative ? cents(-amount) : amount
}

/** Digits with a point; undefined where the groups are not groups of three (or of the Indian two). */
function plainDecimal(text: string, decimalSign: DecimalSign, minorDigits: number): string | undefined {
  const group = decimalSign === '.' ? ',' : '.'
  const [whole = '', fraction = '', ...more] = text.split(decimalSign)
  if (more.length > 0 || (whole === '' && fraction === '')) return undefined
  const groups = whole.split(group)
  if (groups.length > 1 && !groups.slice(1).every((part, place, all) => isGroup(part, place === all.length - 1)))
    return undefined
  const digits = groups.join('')
  if (!/^\d*$/.test(digits) || !/^\d*$/.test(fraction)) return undefined
  // More decimals than the currency has are taken where they say nothing: 12.5000.
  const kept = fraction.slice(0, minorDigits)
  if (/[1-9]/.test(fraction.slice(minorDigits))) return undefined
  return kept === '' ? digits || '0' : `${digits || '0'}.${kept}`
}

function isGroup(part: string, last: boolean): boolean {
  return last ? /^\d{3}$/.test(part) : /^\d{2,3}$/.test(part)
}

/**
 * The decimal sign of a column: an amount with both signs, or with other than three digits behind one, gives it away.
 * @param usual where nothing does: what the school's own locale writes
 */
export function decimalSignOf(texts: readonly string[], usual: DecimalSign): DecimalSign {
  for (const text of texts) {
    const digits = text.replace(/[^\d.,]/g, '')
    const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')]
    if (point !== -1 && comma !== -1) return point > comma ? '.' : ','
    const at = Math.max(point, comma)
    if (at === -1) continue
    const sign = point === -1 ? ',' : '.'
    const times = digits.split(sign).length - 1
    if (times === 1 && digits.length - at - 1 !== 3) return sign
    if (times > 1) return sign === '.' ? ',' : '.'
  }
  return usual
}

/** What a locale writes between whole and fraction. */
export function usualDecimalSign(locale: string): DecimalSign {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return sign === ',' ? ',' : '.'
}
