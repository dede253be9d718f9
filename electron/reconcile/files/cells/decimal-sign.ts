import { writtenAmount, type DecimalSign } from './amount.ts'
import type { AmountTerms } from './own-currency.ts'

/** How the amounts of a file are written: known, or two ways that the columns leave open. */
export type FoundSign = { readonly sign: DecimalSign } | 'either'

/**
 * The decimal sign of columns of amounts: both signs in one amount, or other than three digits behind one, give it
 * away. "1,250" alone is a thousand where the currency has two decimals and something in the file or in the way the
 * school writes says so; else somebody is asked.
 * @param usual what is written where the file comes from; undefined: nothing is known
 */
export function decimalSignOf(texts: readonly string[], usual: DecimalSign | undefined, terms: AmountTerms): FoundSign {
  const digits = texts.flatMap((text) => writtenAmount(text, terms)?.digits ?? [])
  const told = digits.flatMap(signIn)
  const [first] = told
  if (first !== undefined) return { sign: majority(told) }
  const open = digits.filter((text) => /[.,]\d{3}$/.test(text))
  if (open.length === 0) return { sign: usual ?? '.' }
  return leftOpen(digits, open, usual, terms)
}

/** What one amount gives away: undefined where it could be either. */
function signIn(digits: string): DecimalSign[] {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')]
  if (point === -1 && comma === -1) return []
  if (point !== -1 && comma !== -1) return [point > comma ? '.' : ',']
  const sign = point === -1 ? ',' : '.'
  const other = point === -1 ? '.' : ','
  const times = digits.split(sign).length - 1
  if (times > 1) return [other]
  // Thousands that are blanks or apostrophes leave the sign for the decimals.
  if (/[ '’]/.test(digits)) return [sign]
  const [whole = '', fraction = ''] = digits.split(sign)
  return fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? [] : [sign]
}

/** Every amount has three digits behind its only sign, or none. */
function leftOpen(
  digits: readonly string[],
  open: readonly string[],
  usual: DecimalSign | undefined,
  terms: AmountTerms,
): FoundSign {
  const thousands: DecimalSign = open.some((text) => text.includes(',')) ? '.' : ','
  if (terms.minorDigits === 0) return { sign: thousands }
  const mixed = open.length < digits.length
  // All of them with the three decimals of the currency, where such decimals are usual.
  if (terms.minorDigits === 3) return usual !== undefined && usual !== thousands && !mixed ? { sign: usual } : 'either'
  // Who writes the other sign for decimals writes this one for thousands; decimals would not stand in some rows only.
  return usual === thousands || (mixed && usual === undefined) ? { sign: thousands } : 'either'
}

/** One row that somebody typed otherwise does not change the column: that row is refused. */
function majority(told: readonly DecimalSign[]): DecimalSign {
  return told.filter((sign) => sign === '.').length * 2 >= told.length ? '.' : ','
}

/** What a locale writes between whole and fraction. */
export function usualDecimalSign(locale: string): DecimalSign {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return sign === ',' ? ',' : '.'
}
