import { describe, expect, it, test } from 'vitest'
import type { Tender } from '../../shared/contract/values.ts'
import { cents, type Cents } from '../../shared/money.ts'
import { notedReference } from '../../shared/payment-reference.ts'
import { paymentDone } from '../../renderer/invoices/payment-done.ts'
import { leftFor, planPayment, type TenderPart } from '../../renderer/invoices/payment-plan.ts'

const part = (method: Tender, amount: number | null = null): TenderPart => ({
  method,
  amount: amount === null ? null : cents(amount),
  reference: '',
})

/** Of an invoice with 100.00 due, 60.00 of them package lines. */
function plan(
  parts: readonly TenderPart[],
  more: { keepChange?: boolean; failed?: boolean; due?: number; cashStep?: number } = {},
) {
  const { keepChange = false, failed = false, due = 10_000, cashStep = 0 } = more
  const made = planPayment({ due: cents(due), packageLines: cents(6_000), parts, keepChange, cashStep, failed })
  if (!made) return null
  const steps = made.steps.map((step) => `${step.for} ${step.method} ${step.amount}`)
  return { steps, change: made.change, kept: made.kept, due: made.due }
}

describe('a payment in one step', () => {
  it('pays the package lines from package funds and the rest by another tender', () => {
    expect(plan([part('card', 4_000), part('package')])).toEqual({
      steps: ['invoice package 6000', 'invoice card 4000'],
      change: 0,
      kept: 0,
      due: 0,
    })
  })

  it('leaves due what is not paid', () => {
    expect(plan([part('package')])).toMatchObject({ steps: ['invoice package 6000'], due: 4_000 })
    expect(plan([part('card', 2_500)])).toMatchObject({ steps: ['invoice card 2500'], due: 7_500 })
  })

  it('gives change of cash, or keeps it on the account', () => {
    expect(plan([part('cash', 12_000)])).toEqual({ steps: ['invoice cash 10000'], change: 2_000, kept: 0, due: 0 })
    expect(plan([part('cash', 12_000)], { keepChange: true })).toEqual({
      steps: ['invoice cash 10000', 'account cash 2000'],
      change: 0,
      kept: 2_000,
      due: 0,
    })
  })

  it('keeps on the account what another tender brings more than is due', () => {
    expect(plan([part('package'), part('check', 5_000)])).toEqual({
      steps: ['invoice package 6000', 'invoice check 4000', 'account check 1000'],
      change: 0,
      kept: 1_000,
      due: 0,
    })
    expect(plan([part('card', 10_000), part('cash', 500)])).toMatchObject({
      steps: ['invoice card 10000'],
      change: 500,
    })
  })

  it('is none while an amount cannot be read, is nothing, or the account is asked for more than is due', () => {
    for (const parts of [[part('card')], [part('card', 0)], [part('account', 10_001)], []]) {
      expect(plan(parts)).toBeNull()
    }
    // Other tenders must leave its lines to the package tender.
    expect(plan([part('package')], { due: 5_000 })).toBeNull()
  })

  it('that failed is recorded as it was tried, and pays nothing', () => {
    expect(plan([part('card', 12_000)], { failed: true })).toEqual({
      steps: ['invoice card 12000'],
      change: 0,
      kept: 0,
      due: 10_000,
    })
  })

  it('pays all by what the drawer takes for it, and gives change of that', () => {
    const rounding = { cashStep: 5, due: 2_003 }
    const all = { steps: ['invoice cash 2003'], kept: 0, due: 0 }
    for (const typed of [2_003, 2_005]) expect(plan([part('cash', typed)], rounding)).toEqual({ ...all, change: 0 })
    expect(plan([part('cash', 5_000)], rounding)).toEqual({ ...all, change: 2_995 })
    const down = { steps: ['invoice cash 2002'], kept: 0, due: 0 }
    for (const typed of [2_000, 2_002])
      expect(plan([part('cash', typed)], { ...rounding, due: 2_002 })).toEqual({ ...down, change: 0 })
    expect(plan([part('cash', 1_995)], { ...rounding, due: 2_002 })).toMatchObject({ due: 7 })
    // What the drawer rounds to nothing is paid by nothing, and nothing else is.
    expect(plan([part('cash', 0)], { ...rounding, due: 2 })).toEqual({
      steps: ['invoice cash 2'],
      change: 0,
      kept: 0,
      due: 0,
    })
    expect(plan([part('cash', 0)], { ...rounding, due: 3 })).toBeNull()
    expect(plan([part('card', 0)], { ...rounding, due: 2 })).toBeNull()
    // Only the drawer rounds.
    expect(plan([part('card', 2_000)], { ...rounding, due: 2_002 })).toMatchObject({ due: 2 })
  })

  it('of an invoice that comes to nothing is one of nothing', () => {
    expect(plan([part('card', 0)], { due: 0 })).toMatchObject({ steps: ['invoice card 0'], due: 0 })
  })
})

test('one more tender is proposed what the others leave', () => {
  const parts = [part('package'), part('card', 1_500), part('cash')]
  expect(leftFor(2, cents(10_000), cents(6_000), parts)).toBe(2_500)
  expect(leftFor(1, cents(3_000), cents(6_000), parts)).toBe(0)
})

test('the message says what was paid and what is still due', () => {
  const school = { locale: 'en-US', currency: 'USD', minorDigits: 2 }
  const said = (recorded: readonly [Tender, number][], due: number, more: { failed?: boolean; change?: number } = {}) =>
    paymentDone(
      {
        ref: 'INV-1',
        steps: recorded.map(([method, amount], place) => ({
          for: 'invoice' as const,
          method,
          amount: cents(amount),
          reference: '',
          place,
        })),
        failed: more.failed ?? false,
        change: cents(more.change ?? 0),
        due: cents(due) satisfies Cents,
      },
      school,
    )
  expect(said([['package', 6_000]], 2_500)).toBe(
    '$60.00 of INV-1 is paid from package funds. $25.00 is still due on INV-1.',
  )
  expect(said([['cash', 4_000]], 0, { change: 1_000 })).toBe(
    '$40.00 of INV-1 is paid in cash. The change is $10.00. Nothing is due on INV-1 any more.',
  )
  expect(said([['card', 4_000]], 4_000, { failed: true })).toBe(
    'A payment of $40.00 on INV-1 failed, and is recorded as failed. $40.00 is still due on INV-1.',
  )
})

test('the number of a check stands in front of the note, where the history shows it', () => {
  expect(notedReference('check', ' 1042 ', '')).toBe('Check 1042')
  expect(notedReference('card', '77-A', 'by the father')).toBe('Reference 77-A · by the father')
  expect(notedReference('check', '', 'by the father')).toBe('by the father')
})
