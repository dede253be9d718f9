import { code as currencyByCode, codes } from 'currency-codes'
import { describe, expect, it } from 'vitest'
import { denominations } from '../../shared/denominations.ts'

describe('the notes and coins of a currency', () => {
  it('are those that exist', () => {
    expect(denominations('USD')).toEqual([10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1])
    expect(denominations('KWD')).toEqual([20_000, 10_000, 5_000, 1_000, 500, 250, 100, 50, 20, 10, 5])
    expect(denominations('JPY')).toEqual([10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1])
    expect(denominations('EUR').at(-1)).toBe(1)
  })

  it('are whole minor units, largest first, in every currency', () => {
    for (const currency of codes()) {
      const found = denominations(currency)
      expect(found.length, currency).toBeGreaterThan(3)
      expect(found.every(Number.isInteger), `${currency} ${currencyByCode(currency)?.digits}`).toBe(true)
      expect(found.toSorted((one, other) => other - one)).toEqual(found)
      expect(new Set(found).size).toBe(found.length)
    }
  })
})
