import { currencyOf } from '../../../../shared/currency.ts'

/** What an amount is in. */
export interface AmountTerms {
  /** ISO 4217 */
  readonly currency: string
  readonly minorDigits: number
  /** BCP 47 */
  readonly locale: string
}

/** What currencies are called in the heads and cells of files, besides their codes. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  EUR: ['EURO', 'EUROS', 'EURS'],
  USD: ['DOLLAR', 'DOLLARS', 'US DOLLAR', 'US DOLLARS'],
  INR: ['RS', 'RS.', 'RUPEES', 'RUPEE'],
  JPY: ['円', 'YEN', '日本円'],
  CNY: ['元', 'RMB', '人民币', '人民币元', 'YUAN'],
  CHF: ['FR', 'SFR', 'FRANKEN', 'FRANCS'],
  GBP: ['POUND', 'POUNDS', 'STG', 'STERLING'],
  BRL: ['R$', 'REAIS', 'REAL'],
  SEK: ['KR', 'SKR', 'KRONOR'],
  NOK: ['KR', 'NKR', 'KRONER'],
  DKK: ['KR', 'DKR', 'KRONER'],
  PLN: ['ZŁ', 'ZL'],
}

/** Whether a word means the school's own currency: its code, its sign in English or at home, or "US$" for USD. */
export function isOwnCurrency(word: string, { currency, locale }: AmountTerms): boolean {
  const written = shape(word)
  const dollars = /^(\p{L}{0,3})\$$/u.exec(written)
  const words = ownWords(currency, locale)
  return words.has(written) || (dollars !== null && words.has('$') && currency.startsWith(dollars[1] ?? ''))
}

/** The currency that a word of a file's head or cell means, by code, name or sign; undefined where it is none. */
export function namedCurrency(word: string, terms: AmountTerms): 'own' | 'other' | undefined {
  const written = shape(word)
  if (written === '') return undefined
  if (isOwnCurrency(written, terms)) return 'own'
  const other = currencyOf(written) !== undefined || /^\p{L}{0,2}\p{Sc}$/u.test(written) || ALL_NAMES.has(written)
  return other ? 'other' : undefined
}

const ALL_NAMES = new Set(Object.values(NAMES).flat())

function shape(word: string): string {
  return word.normalize('NFKC').trim().toUpperCase().replace(/\.$/, '')
}

const known = new Map<string, ReadonlySet<string>>()

function ownWords(currency: string, locale: string): ReadonlySet<string> {
  const key = `${currency} ${locale}`
  const words =
    known.get(key) ??
    new Set([...['en', locale].flatMap((language) => wordsIn(language, currency)), ...(NAMES[currency] ?? [])])
  known.set(key, words)
  return words
}

function wordsIn(language: string, currency: string): string[] {
  return (['code', 'symbol', 'narrowSymbol', 'name'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
      .formatToParts(1)
      .filter(({ type }) => type === 'currency')
      // Full-width in Japanese, with a point in others: as they compare.
      .map(({ value }) => shape(value).replace(/[\s\u00a0]/g, '')),
  )
}
