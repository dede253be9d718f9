import { cents, parseAmount, type Cents } from '../../../../shared/money.ts'
import { isOwnCurrency, type AmountTerms } from './own-currency.ts'

export type DecimalSign = '.' | ','

const SPACE = /[\s\u00a0\u2007\u2009\u202f]/
const SPACES = new RegExp(SPACE, 'g')
/** Every sign that means "less than nothing", the triangles of Japanese books too. */
const MINUS = /[\u2010-\u2015\u2212\uff0d\ufe63▲△]/g
/** What stands where there is no amount: dashes, and words for "none". */
const EMPTY = /^(-+|\.|n\/?a|nil|none|null)$/i
/** 250.- and 250,-- are written where there are no decimals: no minus behind the amount. */
const NO_DECIMALS = /(\d[.,])-{1,2}(?![\d-])/
/** Words and signs around the digits: "USD-45.00", "45,00-", "45.00CR". */
const AROUND = /^([^\d.,+-]*)([-+]?)([^\d.,+-]*)([\d.,'’ ]*\d[.,]?|[.,]\d+)([^\d.,+-]*)([-+]?)([^\d.,+-]*)$/
/** What says behind or before an amount which way it went. */
const MARKS: Readonly<Record<string, '+' | '-'>> = {
  CR: '+',
  CREDIT: '+',
  HABEN: '+',
  BIJ: '+',
  C: '+',
  H: '+',
  DR: '-',
  DB: '-',
  DEBIT: '-',
  SOLL: '-',
  AF: '-',
  D: '-',
  S: '-',
}

/** An amount as it is written, taken apart; undefined where it is none. */
export interface WrittenAmount {
  /** digits, decimal sign and thousands */
  readonly digits: string
  readonly negative: boolean
  /** CR, DR, H, S …: which way it went, said in a word */
  readonly mark: '+' | '-' | null
}

/** Whether a cell has no amount: blank, dashes, a currency sign alone. */
export function isEmptyAmount(text: string): boolean {
  const written = normal(text).replace(SPACES, '')
  return written === '' || EMPTY.test(written.replace(/^\p{Sc}|\p{Sc}$/gu, '')) || /^\p{Sc}$/u.test(written)
}

/** Whether a cell can be read as an amount in whatever currency: for telling columns from each other. */
export function looksLikeAmount(text: string): boolean {
  const written = normal(text)
    .trim()
    .replace(/^\((.*)\)$/, '$1')
  return /^([A-Z]{3}|\p{L}{0,3}\p{Sc})? ?[-+]? ?(\p{Sc} ?)?(\d{1,3}([.,'’ ]\d{2,3})+|\d+)([.,](\d{1,4}|-{1,2}))? ?[-+]?( ?([A-Z]{3}|\p{Sc}|\p{L}{1,3}\.?|CR|DR))?$/u.test(
    written,
  )
}

/** Takes an amount apart; undefined where it is none, contradicts itself, or is in another currency. */
export function writtenAmount(text: string, terms: AmountTerms): WrittenAmount | undefined {
  let written = normal(text).replace(SPACES, ' ').trim().replace(NO_DECIMALS, '$1')
  const inParentheses = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(written)
  if (inParentheses) written = inParentheses.slice(1).join('')
  const [, before = '', sign = '', inner = '', digits = '', behind = '', trailing = '', last = ''] =
    AROUND.exec(written) ?? []
  if (digits === '') return undefined
  const signs = [inParentheses ? '-' : '', sign, trailing].filter((told) => told !== '')
  let mark: '+' | '-' | null = null
  for (const word of [before, inner, behind, last].map((part) => part.replaceAll(' ', ''))) {
    if (word === '' || isOwnCurrency(word, terms)) continue
    const [, rest = '', told = ''] = /^(.*?)(CR|DR|DB|CREDIT|DEBIT|HABEN|SOLL|BIJ|AF|[CDHS])\.?$/i.exec(word) ?? []
    const way = MARKS[told.toUpperCase()]
    if (way === undefined || mark !== null || (rest !== '' && !isOwnCurrency(rest, terms))) return undefined
    mark = way
  }
  const negative = signs.includes('-')
  if ((negative && signs.includes('+')) || signs.length > 1 || (negative && mark === '+')) return undefined
  return { digits: digits.trim(), negative: negative || mark === '-', mark }
}

/**
 * Reads an amount as statements write it: with or without sign, currency, thousands, parentheses, CR and DR.
 * Undefined where it is none, where its signs contradict each other, or where it is in another currency.
 * @returns minor units of the currency
 */
export function readAmount(text: string, decimalSign: DecimalSign, terms: AmountTerms): Cents | undefined {
  const written = writtenAmount(text, terms)
  const plain = written && plainDecimal(written.digits, decimalSign, terms.minorDigits)
  const amount = plain === undefined ? undefined : parseAmount(plain, terms.minorDigits)
  if (written === undefined || typeof amount !== 'number') return undefined
  return written.negative ? cents(-amount) : amount
}

/** Full-width digits are digits, and every minus is one. */
function normal(text: string): string {
  return text.normalize('NFKC').replace(MINUS, '-')
}

/** Digits with a point; undefined where the groups are not groups of three (or of the Indian two). */
function plainDecimal(text: string, decimalSign: DecimalSign, minorDigits: number): string | undefined {
  const [whole = '', fraction = '', ...more] = text.split(decimalSign)
  if (more.length > 0 || (whole === '' && fraction === '')) return undefined
  const others = decimalSign === '.' ? [','] : ['.']
  const group = [...others, ' ', "'", '’'].find((sign) => whole.includes(sign))
  const groups = group === undefined ? [whole] : whole.split(group)
  if (groups.length > 1 && !isGrouped(groups, group === ',')) return undefined
  const digits = groups.join('')
  if (!/^\d*$/.test(digits) || !/^\d*$/.test(fraction)) return undefined
  // More decimals than the currency has are taken where they say nothing: 12.5000.
  const kept = fraction.slice(0, minorDigits)
  if (/[1-9]/.test(fraction.slice(minorDigits))) return undefined
  return kept === '' ? digits || '0' : `${digits || '0'}.${kept}`
}

/** Threes; or the Indian way: a three at the end, twos before it. */
function isGrouped([first = '', ...rest]: readonly string[], mayBeIndian: boolean): boolean {
  const last = rest.at(-1) ?? ''
  const between = rest.slice(0, -1)
  if (!/^\d{3}$/.test(last)) return false
  if (/^\d{1,3}$/.test(first) && between.every((part) => /^\d{3}$/.test(part))) return true
  return mayBeIndian && /^\d{1,2}$/.test(first) && between.every((part) => /^\d{2}$/.test(part))
}
