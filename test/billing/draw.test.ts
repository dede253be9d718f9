import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineDollars, proportion, quantityFor, type LineTerms } from '../../electron/billing/draw.ts'
import { cents, LARGEST_AMOUNT_CENTS } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, taxPercent } from '../../shared/rate.ts'
import { TooLarge } from '../../shared/too-large.ts'

/** Another arithmetic than the program's: decimals of more digits than any product here has. */
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP })

const digits = fc.constantFrom(0, 2, 3, 4)
const quantities = fc.integer({ min: 0, max: 1_000_000_000 }).map(hundredths)
const amounts = fc.integer({ min: 0, max: LARGEST_AMOUNT_CENTS }).map(cents)
const agreements = fc.record({ price: amounts, list: amounts })
const lines: fc.Arbitrary<LineTerms> = fc.record({
  rate: fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 100_000_000_000 })).map(rate),
  taxPercent: fc.integer({ min: 0, max: 10_000_000 }).map(taxPercent),
  agreed: fc.option(agreements, { nil: undefined }),
})

/** A whole unit's gross price in minor units: rate x (1 + tax percent / 100), of an agreed price its part of the list. */
function gross({ rate: net, taxPercent: tax, agreed }: LineTerms, minorDigits: number): readonly [Decimal, Decimal] {
  const over = new Exact(net).times(new Exact(1_000_000).plus(tax)).times(new Exact(10).pow(minorDigits))
  const under = new Exact('1e10')
  return agreed && agreed.list > 0 ? [over.times(agreed.price), under.times(agreed.list)] : [over, under]
}

describe('the dollars of a line', () => {
  it('are rate x (1 + tax) x quantity, rounded half up once, as decimals have it, and never more than an amount', () => {
    fc.assert(
      fc.property(lines, quantities, digits, (terms, quantity, minorDigits) => {
        const [over, under] = gross(terms, minorDigits)
        const expected = over.times(quantity).div(under.times(100)).toDecimalPlaces(0)
        if (expected.gt(LARGEST_AMOUNT_CENTS)) expect(() => lineDollars(terms, quantity, minorDigits)).toThrow(TooLarge)
        else expect(lineDollars(terms, quantity, minorDigits)).toBe(expected.toNumber())
      }),
      { numRuns: 2_000 },
    )
  })

  it('round a half upwards', () => {
    expect(lineDollars({ rate: rate(10_000), taxPercent: taxPercent(0) }, hundredths(50), 0)).toBe(1)
    expect(lineDollars({ rate: rate(10_000), taxPercent: taxPercent(0) }, hundredths(49), 0)).toBe(0)
  })

  it('buy back no more hours than they paid for', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 10_000_000 }).map(cents), digits, (terms, dollars, minorDigits) => {
        const [over, under] = gross(terms, minorDigits)
        const expected = over.isZero() ? undefined : new Exact(dollars).times(100).times(under).div(over).floor()
        fc.pre(expected === undefined || expected.lte(Number.MAX_SAFE_INTEGER))
        expect(quantityFor(terms, dollars, minorDigits)).toBe(expected?.toNumber())
      }),
      { numRuns: 2_000 },
    )
  })
})

it('a part of an amount is rounded half up', () => {
  fc.assert(
    fc.property(amounts, quantities, quantities, (amount, part, whole) => {
      fc.pre(whole > 0 && part <= whole)
      const expected = new Exact(amount).times(part).div(whole).toDecimalPlaces(0)
      expect(proportion(amount, part, whole)).toBe(expected.toNumber())
    }),
    { numRuns: 1_000 },
  )
})
