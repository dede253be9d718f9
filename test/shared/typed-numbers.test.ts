import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../../shared/money.ts'
import type { MoneyStyle } from '../../shared/money-text.ts'
import { moneyText } from '../../shared/money-text.ts'
import { hundredths } from '../../shared/quantity.ts'
import { parseTypedAmount, parseTypedQuantity, typedAmountText, typedQuantityText } from '../../shared/typed-numbers.ts'

const style = (locale: string, currency: string, minorDigits: number): MoneyStyle => ({ locale, currency, minorDigits })
const SCHOOLS = {
  us: style('en-US', 'USD', 2),
  de: style('de-DE', 'EUR', 2),
  ch: style('de-CH', 'CHF', 2),
  fr: style('fr-FR', 'EUR', 2),
  se: style('sv-SE', 'SEK', 2),
  in: style('en-IN', 'INR', 2),
  jp: style('ja-JP', 'JPY', 0),
  kw: style('ar-KW', 'KWD', 3),
  kwEn: style('en-KW', 'KWD', 3),
  ir: style('fa-IR', 'IRR', 2),
} as const
type At = keyof typeof SCHOOLS

describe('an amount as people type it', () => {
  it.each<readonly [At, string, number]>([
    ['us', '1250', 125_000],
    ['us', '1250.5', 125_050],
    ['us', '1250,50', 125_050],
    ['us', '1,250.50', 125_050],
    ['us', '1.250,50', 125_050],
    ['us', '$1,250.50', 125_050],
    ['us', 'USD 1,250.50', 125_050],
    ['us', '1250.50 usd', 125_050],
    ['us', '5,000', 500_000],
    ['us', '1,234,567', 123_456_700],
    ['us', '12,5', 1_250],
    ['us', '1 234,50', 123_450],
    ['us', '  12 ', 1_200],
    ['us', '.5', 50],
    ['us', ',5', 50],
    ['us', '5.', 500],
    ['us', '0.29', 29],
    ['us', '0', 0],
    ['us', '007', 700],
    ['us', '１２．５'.replace('．', '.'), 1_250],
    ['de', '1.500', 150_000],
    ['de', '1.500,00', 150_000],
    ['de', '1500,5', 150_050],
    ['de', '1,500.00', 150_000],
    ['de', '12.50', 1_250],
    ['de', '12,50 €', 1_250],
    ['de', '€12,50', 1_250],
    ['ch', '1’250.50', 125_050],
    ['ch', "1'250.50", 125_050],
    ['ch', 'CHF 1250.50', 125_050],
    ['fr', '1 234,50', 123_450],
    ['fr', '1\u202f234,50', 123_450],
    ['fr', '1\u00a0234,50', 123_450],
    ['fr', '12.50', 1_250],
    ['se', '1 234,50 kr', 123_450],
    ['in', '12,34,567.50', 123_456_750],
    ['in', '1,234,567.50', 123_456_750],
    ['in', '₹5,000', 500_000],
    ['jp', '12,000', 12_000],
    ['jp', '12000', 12_000],
    ['jp', '¥12,000', 12_000],
    ['jp', '１２，０００'.replace('，', ','), 12_000],
    ['kwEn', '12,000', 12_000_000],
    ['kwEn', '12.000', 12_000],
    ['kwEn', '12.5', 12_500],
    ['kw', '12,000', 12_000_000],
    ['kw', '12.000', 12_000],
    ['kw', '١٢٫٥', 12_500],
    ['kw', '١٢٬٠٠٠', 12_000_000],
    ['kw', '١٢٬٠٠٠٫٥٠٠', 12_000_500],
    ['kw', '\u200f١٢٫٥٠٠ د.ك.\u200f', 12_500],
    ['ir', '۱۲٫۵', 1_250],
  ])('%s: %s is %i minor units', (at, typed, minorUnits) => {
    expect(parseTypedAmount(typed, SCHOOLS[at])).toBe(minorUnits)
  })

  it.each<readonly [At, string, RegExp]>([
    ['us', '', /^Write an amount\.$/],
    ['us', '   ', /^Write an amount\.$/],
    ['us', 'abc', /“abc” is not an amount\. Write it in digits, like 1,250\.00\./],
    ['us', '5k', /“5k” is not an amount/],
    ['us', '1e3', /“1e3” is not an amount/],
    ['us', '12 EUR', /“12 EUR” is not an amount/],
    ['us', '€12', /“€12” is not an amount/],
    ['us', '-5', /“-5” is not an amount/],
    ['us', '(5)', /“\(5\)” is not an amount/],
    ['us', '5%', /“5%” is not an amount/],
    ['us', '1+1', /is not an amount/],
    ['us', '$', /is not an amount|Write an amount/],
    ['us', '.', /is not an amount/],
    ['us', '1.2.3', /is not an amount/],
    ['us', '1,25,0', /is not an amount/],
    ['us', '1,25.00', /is not an amount/],
    ['us', '12 50', /is not an amount/],
    ['us', '1,234,56', /is not an amount/],
    ['us', '12,34,567', /is not an amount/],
    ['us', '0,500', /too many decimals: USD has 2/],
    ['us', '1.234', /“1\.234” can be read in two ways/],
    ['us', '1.2345', /too many decimals: USD has 2/],
    ['us', '1,234.567', /too many decimals: USD has 2/],
    ['us', '1,234.567,89', /is not an amount/],
    ['us', '1 234 567,891', /too many decimals/],
    ['us', `${'9'.repeat(60)}`, /…” is larger than anything/],
    ['de', '1,234', /can be read in two ways\. Write it like 1\.250,00/],
    ['de', '$5', /“\$5” is not an amount/],
    ['fr', '1.500', /can be read in two ways/],
    ['jp', '12.000', /can be read in two ways/],
    ['jp', '12.5', /“12\.5” has decimals, and JPY has none/],
    ['kwEn', '12.5000', /too many decimals: KWD has 3/],
    ['kw', '١٢٫٥٫٠', /is not an amount/],
  ])('%s: %j is refused with what was typed, never read otherwise', (at, typed, sentence) => {
    expect(parseTypedAmount(typed, SCHOOLS[at])).toEqual({ problem: expect.stringMatching(sentence) })
  })

  it('reads back whatever a field was filled with, and whatever a screen shows', () => {
    const schools = Object.values(SCHOOLS)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.constantFrom(...schools), (amount, school) => {
        expect(parseTypedAmount(typedAmountText(cents(amount), school), school)).toBe(amount)
        expect(parseTypedAmount(moneyText(cents(amount), school), school)).toBe(amount)
      }),
    )
  })

  it.each<readonly [At, string]>([
    ['us', '1250.00'],
    ['de', '1250,00'],
    ['jp', '125000'],
    ['kwEn', '125.000'],
    ['kw', '١٢٥٫٠٠٠'],
  ])('%s: a field is filled in the same format: %s', (at, text) => {
    expect(typedAmountText(cents(125_000), SCHOOLS[at])).toBe(text)
  })
})

describe('a quantity as people type it', () => {
  it.each([
    ['en-US', '1.3', 130],
    ['en-US', '1,3', 130],
    ['en-US', '1:18', 130],
    ['en-US', '0:01', 2],
    ['en-US', '0:59', 98],
    ['en-US', '2', 200],
    ['en-US', '1,250', 125_000],
    ['de-DE', '1,3', 130],
    ['de-DE', '1.250', 125_000],
    ['ar-KW', '١٫٣', 130],
    ['ar-KW', '١:١٨', 130],
    ['ja-JP', '１:１８', 130],
  ])('%s: %s is %i hundredths', (locale, typed, quantity) => {
    expect(parseTypedQuantity(typed, locale, 'hour')).toBe(quantity)
  })

  it.each([
    ['', /^Write a quantity\.$/],
    ['1:60', /“1:60” is not a quantity/],
    ['1:5', /“1:5” is not a quantity/],
    ['1.234', /“1\.234” can be read in two ways/],
    ['x', /“x” is not a quantity\. Write it in digits, like 1\.50\./],
    ['1.3h', /is not a quantity/],
    ['0.125', /has more than 2 decimals/],
  ])('%j is refused with what was typed', (typed, sentence) => {
    expect(parseTypedQuantity(typed, 'en-US', 'hour')).toEqual({ problem: expect.stringMatching(sentence) })
  })

  it('of pieces has no minutes, whatever digits they are in', () => {
    for (const typed of ['1:18', '2:00', '١:١٨'])
      expect(parseTypedQuantity(typed, 'en-US', 'product')).toEqual({
        problem: `“${typed}” is hours and minutes, and this is counted in pieces. Write how many there are, like 2.`,
      })
    expect(parseTypedQuantity('1.5', 'en-US', 'service')).toBe(150)
  })

  it('reads back whatever a field was filled with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 8 }),
        fc.constantFrom('en-US', 'de-DE', 'ar-KW'),
        (amount, locale) => {
          expect(parseTypedQuantity(typedQuantityText(hundredths(amount), locale), locale, 'hour')).toBe(amount)
        },
      ),
    )
  })
})
