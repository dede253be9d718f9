import { amountText, parseAmount, type Cents } from './money.ts'
import type { MoneyStyle } from './money-text.ts'
import { numberFormat } from './number-format.ts'
import type { LineKind } from './contract/values.ts'
import { hundredths, parseQuantity, quantityText, type Hundredths } from './quantity.ts'
import { readableLocale } from './locale.ts'
import { typedDecimal, westernDigits, withoutDirections, type TypedProblem } from './typed-decimal.ts'
import { say } from './words/say.ts'

const CLOCK = /^(\d{1,7}):([0-5]\d)$/
const LONGEST_SHOWN = 40

/**
 * Reads an amount as people of the school type it, with or without its currency: 1250, 1,250.50, 1 250,50, ١٢٫٥٠٠.
 * @returns minor units, or a sentence that says what is wrong with what was typed
 */
export function parseTypedAmount(text: string, style: MoneyStyle): Cents | { problem: string } {
  const plain = typedDecimal(withoutCurrency(text, style), style.locale, style.minorDigits)
  if (typeof plain === 'object') return { problem: amountProblem(plain.problem, text, style) }
  const amount = parseAmount(plain, style.minorDigits)
  return typeof amount === 'object' ? { problem: say('numbers.tooLarge', { typed: shownTyped(text) }) } : amount
}

/**
 * Reads a quantity as people of the school type it: 1.3, 1,3, or for hours 1:18.
 * @param kind of what it is a quantity: pieces have no minutes
 * @returns hundredths, or a sentence that says what is wrong with what was typed
 */
export function parseTypedQuantity(text: string, locale: string, kind: LineKind): Hundredths | { problem: string } {
  const clock = CLOCK.exec(westernDigits(withoutDirections(text)).trim())
  if (clock && kind !== 'hour') return { problem: say('numbers.noHours', { typed: shownTyped(text) }) }
  if (clock) {
    // Minutes as hundredths of an hour, the half rounded up, in whole numbers only.
    const minutes = Number(clock[2])
    const fraction = (minutes * 100 + 30 - ((minutes * 100 + 30) % 60)) / 60
    return hundredths(Number(clock[1]) * 100 + fraction)
  }
  const plain = typedDecimal(text, locale, 2)
  if (typeof plain === 'object') return { problem: quantityProblem(plain.problem, text, locale) }
  const quantity = parseQuantity(plain)
  return typeof quantity === 'object' ? { problem: say('numbers.tooLarge', { typed: shownTyped(text) }) } : quantity
}

/** An amount as a field is filled with it: in the school's digits and with its decimal mark, so that it reads back. */
export function typedAmountText(amount: Cents, { locale, minorDigits }: MoneyStyle): string {
  return inFields(amountText(amount, minorDigits), locale, minorDigits)
}

/** A quantity as a field is filled with it. */
export function typedQuantityText(quantity: Hundredths, locale: string): string {
  return inFields(quantityText(quantity), locale, 2)
}

/** Without marks between the thousands: they would stand in the wrong places once a digit is changed. */
function inFields(decimal: string, locale: string, digits: number): string {
  const options = { useGrouping: false, minimumFractionDigits: digits, maximumFractionDigits: digits }
  return numberFormat(locale, options)(decimal)
}

/** What was typed less the school's own currency before or after it; another one is not taken away. */
function withoutCurrency(text: string, { locale, currency }: MoneyStyle): string {
  const typed = withoutDirections(text).trim()
  for (const sign of signsOf(currency, locale)) {
    if (typed.toLocaleUpperCase().startsWith(sign)) return typed.slice(sign.length)
    if (typed.toLocaleUpperCase().endsWith(sign)) return typed.slice(0, -sign.length)
  }
  return typed
}

function signsOf(currency: string, locale: string): readonly string[] {
  const signs = [currency]
  for (const language of [readableLocale(locale), 'en-US']) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
      signs.push(format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency)
    }
  }
  return [...new Set(signs.map((sign) => withoutDirections(sign).toLocaleUpperCase()))]
}

function amountProblem(problem: TypedProblem, text: string, style: MoneyStyle): string {
  const { locale, currency, minorDigits } = style
  const example = numberFormat(locale, { minimumFractionDigits: minorDigits })(amountText(EXAMPLE, minorDigits))
  switch (problem) {
    case 'missing':
      return say('numbers.amountMissing')
    case 'unreadable':
      return say('numbers.notAnAmount', { typed: shownTyped(text), example })
    case 'decimals':
      return say('numbers.amountDecimals', { typed: shownTyped(text), currency, decimals: minorDigits })
    case 'ambiguous':
      return say('numbers.ambiguous', { typed: shownTyped(text), example })
  }
}

function quantityProblem(problem: TypedProblem, text: string, locale: string): string {
  const example = numberFormat(locale, { minimumFractionDigits: 2 })('1.50')
  switch (problem) {
    case 'missing':
      return say('numbers.quantityMissing')
    case 'unreadable':
      return say('numbers.notAQuantity', { typed: shownTyped(text), example })
    case 'decimals':
      return say('numbers.quantityDecimals', { typed: shownTyped(text), example })
    case 'ambiguous':
      return say('numbers.ambiguous', { typed: shownTyped(text), example })
  }
}

/** 125000 minor units: 1,250.00, 125,000 or 125.000. */
const EXAMPLE = 125_000 as Cents

/** What was typed as a refusal repeats it. */
export function shownTyped(text: string): string {
  const typed = text.trim()
  return typed.length > LONGEST_SHOWN ? `${typed.slice(0, LONGEST_SHOWN)}…` : typed
}
