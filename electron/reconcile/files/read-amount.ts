import { cents, parseAmount, type Cents } from '../../../shared/money.ts'

export type DecimalSign = '.' | ','

/** What an amount is in. */
export interface AmountTerms {
  readonly currency: string
  readonly minorDigits: number
  readonly locale: string
}

const SPACES = /[\s\u00a0\u2007\u202f'’]/g
/** Words and signs around the digits: "USD-45.00", "45,00-", "45.00CR". */
const AROUND = /^([^\d.,+\-−]*)([-−+]?)([^\d.,+\-−]*)([\d.,]+)([^\d.,+\-−]*)([-−+]?)$/
const DEBIT_OR_CREDIT = /(CR|DR|DB)\.?$/i

/**
 * Reads an amount as statements write it: with or without sign, currency, thousands, parentheses, CR and DR.
 * Undefined where it is none, where its signs contradict each other, or where it is in another currency.
 * @returns minor units of the currency
 */
export function readAmount(text: string, decimalSign: DecimalSign, terms: AmountTerms): Cents | undefined {
  let written = text.normalize('NFKC').replace(SPACES, '')
  const inParentheses = /^([^()]*)\(([^()]*)\)$/.exec(written)
  if (inParentheses) written = `${inParentheses[1] ?? ''}${inParentheses[2] ?? ''}`
  const [, before = '', sign = '', inner = '', digits = '', after = '', trailing = ''] = AROUND.exec(written) ?? []
  const signs = [inParentheses ? '-' : '', sign, trailing]
  for (const word of [before, inner, after]) {
    if (word === '' || isOwnCurrency(word, terms)) continue
    const told = DEBIT_OR_CREDIT.exec(word)
    const rest = word.replace(DEBIT_OR_CREDIT, '')
    if (!told || (rest !== '' && !isOwnCurrency(rest, terms))) return undefined
    signs.push(told[1]?.toUpperCase() === 'CR' ? '+' : '-')
  }
  const plain = plainDecimal(digits, decimalSign, terms.minorDigits)
  const amount = plain === undefined ? undefined : parseAmount(plain, terms.minorDigits)
  const negative = signs.some((told) => told === '-' || told === '−')
  if (typeof amount !== 'number' || (negative && signs.includes('+'))) return undefined
  return negative ? cents(-amount) : amount
}

/** Whether a word means the school's own currency: its code, its sign in English or at home, or "US$" for USD. */
function isOwnCurrency(word: string, { currency, locale }: AmountTerms): boolean {
  const written = word.toUpperCase().replace(/\.$/, '')
  const dollars = /^(\p{L}{0,3})\$$/u.exec(written)
  const words = ownWords(currency, locale)
  return words.has(written) || (dollars !== null && words.has('$') && currency.startsWith(dollars[1] ?? ''))
}

const known = new Map<string, ReadonlySet<string>>()

function ownWords(currency: string, locale: string): ReadonlySet<string> {
  const key = `${currency} ${locale}`
  const words = known.get(key) ?? new Set(['en', locale].flatMap((language) => wordsIn(language, currency)))
  known.set(key, words)
  return words
}

function wordsIn(language: string, currency: string): string[] {
  return (['code', 'symbol', 'narrowSymbol', 'name'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
      .formatToParts(1)
      .filter(({ type }) => type === 'currency')
      // Full-width in Japanese, with a point in others: as they compare.
      .map(({ value }) => value.normalize('NFKC').toUpperCase().replace(SPACES, '').replace(/\.$/, '')),
  )
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
