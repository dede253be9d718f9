import { describe, expect, it } from 'vitest'
import { withdrawalOf } from '../../electron/billing/withdrawal.ts'
import type { WithdrawalPolicy } from '../../shared/contract/policies.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, taxPercent } from '../../shared/rate.ts'

const TERMS = { currency: 'USD', minorDigits: 2, locale: 'en-US', fundsBelowZero: true }
/** 10.00 h of the package at 180.00, of which the standard rate is 199.00 and 6.5 % tax. */
const USED = [
  {
    code: 'C172S',
    quantity: hundredths(1_000),
    dollars: cents(191_700),
    standard: { rate: rate(1_990_000), taxPercent: taxPercent(65_000) },
  },
  {
    code: 'DUAL',
    quantity: hundredths(1_000),
    dollars: cents(95_000),
    standard: { rate: rate(900_000), taxPercent: taxPercent(0) },
  },
]
const AS_THEY_ARE: WithdrawalPolicy = { repriceUsedHours: false, fee: { kind: 'none' } }

function amounts(policy: WithdrawalPolicy, funds: number) {
  const { workings, refund } = withdrawalOf(TERMS, policy, cents(funds), USED)
  expect(workings.reduce((sum, { amount }) => sum + amount, 0)).toBe(refund)
  return [refund, workings.map(({ words }) => words)] as const
}

describe('what a leaver gets back', () => {
  it('unspent funds as they are, where the policy says nothing else', () => {
    expect(amounts(AS_THEY_ARE, 100_000)).toEqual([100_000, ['Unspent package funds']])
  })

  it('less what used hours would have cost more at standard rates; cheaper ones give nothing back', () => {
    // 10 x 211.935 = 2,119.35; charged 1,917.00. Dual is cheaper at the standard rate.
    expect(amounts({ ...AS_THEY_ARE, repriceUsedHours: true }, 100_000)).toEqual([
      100_000 - 20_235,
      ['Unspent package funds', '10.00 h of C172S used: $2,119.35 at the standard rate, $1,917.00 charged'],
    ])
  })

  it.each([
    [{ kind: 'fixed', amount: cents(15_000) }, 85_000],
    [{ kind: 'fixed', amount: cents(150_000) }, 0],
    [{ kind: 'percent', percent: 1_000, cap: null }, 90_000],
    [{ kind: 'percent', percent: 1_000, cap: cents(5_000) }, 95_000],
    [{ kind: 'percent', percent: 10_000, cap: null }, 0],
  ] as const)('less the fee %j', (fee, refund) => {
    expect(amounts({ repriceUsedHours: false, fee }, 100_000)[0]).toBe(refund)
  })

  it('a percent of what is unused after repricing, rounded half up', () => {
    // 1,000.05 - 202.35 = 797.70; 12.5 % of it is 99.7125.
    const policy = { repriceUsedHours: true, fee: { kind: 'percent' as const, percent: 1_250, cap: null } }
    expect(amounts(policy, 100_005)[0]).toBe(100_005 - 20_235 - 9_971)
  })

  it.each([0, -5_000, 10_000])('never less than nothing (funds %i)', (funds) => {
    expect(amounts({ repriceUsedHours: true, fee: { kind: 'fixed', amount: cents(2_500) } }, funds)[0]).toBe(0)
  })
})
