import { describe, expect, it } from 'vitest'
import { discountedRate, typedDiscount } from '../../renderer/settings/offers/discounted-rate.ts'

describe('a discount on a standard rate', () => {
  it.each([
    ['199.00', 500, 2, '189.05'],
    ['199.00', 0, 2, '199.00'],
    ['199.00', 10_000, 2, '0.00'],
    // Half up, as everywhere.
    ['0.15', 5_000, 2, '0.08'],
    ['99.99', 333, 2, '96.66'],
    // A currency of three decimals, a rate of four, and one without any.
    ['12.00', 333, 3, '11.600'],
    ['0.1255', 1_000, 2, '0.1130'],
    ['12000.00', 750, 0, '11100.00'],
    ['10000000.0000', 1, 2, '9999000.0000'],
    ['no rate', 500, 2, 'no rate'],
  ])('%s less %d hundredths of a percent is %s', (rate, discount, minorDigits, expected) => {
    expect(discountedRate(rate, discount, minorDigits)).toBe(expected)
  })

  it('is typed as people of the school type it, and what is none is not guessed', () => {
    expect(typedDiscount('', 'en-US')).toBe(0)
    expect(typedDiscount('7.5', 'en-US')).toBe(750)
    expect(typedDiscount('7,5', 'de-DE')).toBe(750)
    for (const typed of ['101', '-5', 'ten', '1.234', '5%'])
      expect(typedDiscount(typed, 'en-US')).toEqual({ problem: expect.stringMatching(/^[“A-Z].* .*\.$/) })
  })
})
