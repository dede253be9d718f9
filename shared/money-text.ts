import { amountText, type Cents } from './money.ts'
import { numberFormat } from './number-format.ts'

/** What of a school decides how its money reads. */
export interface MoneyStyle {
  readonly locale: string
  readonly currency: string
  /** decimals of the currency's minor unit */
  readonly minorDigits: number
}

/**
 * Money as a person at the school reads it: $17,350.44, −$5.00.
 * Formatted from the exact decimal text, so that no amount passes through floating point.
 */
export function moneyText(amount: Cents, style: MoneyStyle): string {
  return numberFormat(style.locale, currencyOptions(style))(amountText(amount, style.minorDigits))
}

/** The same with its sign always written, for effects: +$5,000.00, −$409.13. */
export function signedMoneyText(amount: Cents, style: MoneyStyle): string {
  const text = amountText(amount, style.minorDigits)
  return numberFormat(style.locale, { ...currencyOptions(style), signDisplay: 'exceptZero' })(text)
}

function currencyOptions(style: MoneyStyle): Intl.NumberFormatOptions {
  return {
    style: 'currency',
    currency: style.currency,
    minimumFractionDigits: style.minorDigits,
    maximumFractionDigits: style.minorDigits,
  }
}
