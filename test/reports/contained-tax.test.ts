import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containedTax, taxOfPart } from '../../electron/reports/activity/contained-tax.ts'

const amounts = fc.integer({ min: 0, max: 100_000_000_000_00 })
const percents = fc.integer({ min: 0, max: 1000_0000 })

describe('the tax contained in an amount', () => {
  it.each([
    [10_650, 65_000, 650],
    [10_000, 65_000, 610],
    [1, 65_000, 0],
    [0, 65_000, 0],
    [12_345, 0, 0],
    [3, 1_000_000, 2],
  ])('of %i at %i ten-thousandths of a percent is %i', (amount, percent, tax) => {
    expect(containedTax(amount, percent)).toBe(tax)
  })

  it('is amount - amount / (1 + percent / 100), rounded half up, for any amount', () => {
    const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
    fc.assert(
      fc.property(amounts, percents, (amount, percent) => {
        const net = new Exact(amount).div(new Exact(percent).div(1_000_000).plus(1))
        expect(containedTax(amount, percent)).toBe(new Exact(amount).minus(net).toDecimalPlaces(0).toNumber())
      }),
    )
  })

  it('goes back in parts that add up to the whole', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(parts, percents, (shares, percent) => {
        const whole = shares.reduce((sum, share) => sum + share, 0)
        const tax = containedTax(whole, percent)
        let back = 0
        let given = 0
        for (const share of shares) {
          const more = taxOfPart(tax, back + share, whole) - taxOfPart(tax, back, whole)
          expect(more).toBeGreaterThanOrEqual(0)
          back += share
          given += more
        }
        expect(given).toBe(tax)
      }),
    )
  })
})
