import { code as findCurrency } from 'currency-codes'

/** An ISO 4217 currency as the school counts in it. */
export interface Currency {
  /** three letters: USD */
  readonly code: string
  /** decimals of the minor unit: 2 for USD, 0 for JPY, 3 for KWD */
  readonly minorDigits: number
}

/** Finds a currency by its ISO 4217 code, or undefined where there is none. Source: the ISO list in currency-codes. */
export function currencyOf(code: string): Currency | undefined {
  if (!/^[A-Z]{3}$/.test(code)) return undefined
  const found = findCurrency(code)
  return found ? { code: found.code, minorDigits: found.digits } : undefined
}

/** Made at its first use: making it takes a good part of a start. */
let names: Intl.DisplayNames | undefined

/** Whether what a school counts in is called dollars: only there may a column be headed so. */
export function isDollars(currency: string): boolean {
  names ??= new Intl.DisplayNames('en', { type: 'currency' })
  return /\bDollar$/.test(names.of(currency) ?? '')
}
