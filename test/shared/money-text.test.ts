import { expect, test } from 'vitest'
import { moneyText, signedMoneyText } from '../../shared/money-text.ts'
import { cents, LARGEST_AMOUNT_CENTS } from '../../shared/money.ts'

const dollars = { locale: 'en-US', currency: 'USD', minorDigits: 2 }

test.each([
  [1735044, '$17,350.44'],
  [0, '$0.00'],
  [5, '$0.05'],
  [-40913, '−$409.13'],
  [LARGEST_AMOUNT_CENTS, '$100,000,000,000.00'],
])('money of %i cents reads %s', (amount, text) => {
  expect(moneyText(cents(amount), dollars)).toBe(text)
})

test('money never passes through floating point: the largest exact integer keeps its last cent', () => {
  expect(moneyText(cents(Number.MAX_SAFE_INTEGER), dollars)).toBe('$90,071,992,547,409.91')
})

test.each([
  ['ja-JP', 'JPY', 0, 1500, '¥1,500'],
  ['en-KW', 'KWD', 3, 1234567, 'KWD 1,234.567'],
  ['de-DE', 'EUR', 2, -123456, '−1.234,56 €'],
])('money reads in the school’s own locale and currency: %s %s', (locale, currency, minorDigits, amount, text) => {
  const read = moneyText(cents(amount), { locale, currency, minorDigits })
  expect(read.normalize('NFKC')).toBe(text)
})

test('an effect carries its sign, nothing carries none', () => {
  expect(signedMoneyText(cents(500000), dollars)).toBe('+$5,000.00')
  expect(signedMoneyText(cents(-40913), dollars)).toBe('−$409.13')
  expect(signedMoneyText(cents(0), dollars)).toBe('$0.00')
})

test('a locale that this computer does not know still reads', () => {
  expect(moneyText(cents(100), { ...dollars, locale: 'not a locale' })).toBe('$1.00')
})
