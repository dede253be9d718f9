import { quantityText, type Hundredths } from './quantity.ts'
import type { LineKind } from './contract/values.ts'
import { numberFormat } from './number-format.ts'
import { say } from './words/say.ts'

/** Hours are read with both decimals (48.70); pieces are whole nearly always, and then read as such (1). */
export function quantityDisplay(quantity: Hundredths, kind: LineKind, locale: string): string {
  return numberFormat(locale, decimals(quantity, kind))(quantityText(quantity))
}

/** The same with its sign always written, for effects. */
export function signedQuantityDisplay(quantity: Hundredths, kind: LineKind, locale: string): string {
  return numberFormat(locale, { ...decimals(quantity, kind), signDisplay: 'exceptZero' })(quantityText(quantity))
}

/** With its unit: "1.30 h", "1 piece", "3 pieces". A fee has none: "1". */
export function quantityWithUnit(quantity: Hundredths, kind: LineKind, locale: string): string {
  const number = quantityDisplay(quantity, kind, locale)
  if (kind === 'hour') return say('ui.withUnitHours', { number })
  if (kind === 'service') return number
  return say('ui.withUnitPieces', { number, count: quantity / 100 })
}

function decimals(quantity: Hundredths, kind: LineKind): Intl.NumberFormatOptions {
  const digits = kind !== 'hour' && quantity % 100 === 0 ? 0 : 2
  return { minimumFractionDigits: digits, maximumFractionDigits: digits }
}
