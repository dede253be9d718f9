import type { DateOrder } from './cells/date-forms.ts'
import { usualDateOrder } from './cells/date-order.ts'
import { usualDecimalSign } from './cells/decimal-sign.ts'
import type { DecimalSign } from './cells/amount.ts'
import type { AmountTerms } from './cells/own-currency.ts'

/** What the school counts and writes in, and where its days begin. */
export interface FileTerms extends AmountTerms {
  /** IANA name */
  readonly timeZone: string
}

/** Languages in which names of columns are known. */
export type FileLanguage = 'en' | 'de' | 'fr' | 'it' | 'es' | 'pt' | 'nl' | 'ja' | 'zh'

/** What is usual where a file comes from; undefined where its language and the school's own way disagree. */
export interface UsualWays {
  readonly order: DateOrder | undefined
  readonly decimal: DecimalSign | undefined
}

/** How dates and amounts are usually written in a file of a language, for a school. */
export function usualWays(language: FileLanguage, { locale }: FileTerms): UsualWays {
  const own = { order: usualDateOrder(locale), decimal: usualDecimalSign(locale) }
  if (locale.startsWith(language)) return own
  if (language === 'en') return { order: own.order, decimal: own.decimal === '.' ? '.' : undefined }
  const eastern = language === 'ja' || language === 'zh'
  const its: UsualWays = eastern ? { order: 'ymd', decimal: '.' } : { order: 'dmy', decimal: ',' }
  return {
    order: its.order === own.order ? its.order : undefined,
    decimal: its.decimal === own.decimal ? its.decimal : undefined,
  }
}

/** Where a currency is at home: how dates and amounts are written there, as far as nothing else is known. */
const HOMES: Readonly<Record<string, string>> = {
  USD: 'en-US',
  GBP: 'en-GB',
  EUR: 'de-DE',
  CHF: 'de-CH',
  INR: 'en-IN',
  JPY: 'ja-JP',
  CNY: 'zh-CN',
  AUD: 'en-AU',
  NZD: 'en-NZ',
  CAD: 'en-CA',
  ZAR: 'en-ZA',
  SGD: 'en-SG',
  HKD: 'en-HK',
  BRL: 'pt-BR',
  MXN: 'es-MX',
  ARS: 'es-AR',
  CLP: 'es-CL',
  COP: 'es-CO',
  SEK: 'sv-SE',
  NOK: 'nb-NO',
  DKK: 'da-DK',
  PLN: 'pl-PL',
  CZK: 'cs-CZ',
  HUF: 'hu-HU',
  RON: 'ro-RO',
  TRY: 'tr-TR',
  ILS: 'he-IL',
  KRW: 'ko-KR',
  THB: 'th-TH',
  IDR: 'id-ID',
  MYR: 'ms-MY',
  PHP: 'en-PH',
  AED: 'en-AE',
  KWD: 'en-KW',
}

/** The locale of a currency's home; English of no place where none is known. */
export function localeOfCurrency(currency: string): string {
  return HOMES[currency] ?? 'en-001'
}
