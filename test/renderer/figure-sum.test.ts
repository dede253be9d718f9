import { expect, test } from 'vitest'
import { figureSum } from '../../renderer/packages/history/figure-sum.ts'
import type { HistoryRow } from '../../shared/contract/packages.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents, NO_MONEY } from '../../shared/money.ts'

test('the entries of a number add up to it', () => {
  const sum = figureSum([row(3, -40913, 459087), row(2, 500000, 500000)], 459087, true)
  expect(sum).toEqual({ shown: 2, shownSum: 459087, earlierSum: 0, allShown: true, addsUp: true })
})

test('entries that are not loaded yet are carried forward from the running total', () => {
  const sum = figureSum([row(9, -100, 700), row(8, 300, 800)], 700, false)
  expect(sum).toEqual({ shown: 2, shownSum: 200, earlierSum: 500, allShown: false, addsUp: true })
})

test('a number that its entries do not make is said to be wrong', () => {
  expect(figureSum([row(2, 500000, 500000)], 499999, true).addsUp).toBe(false)
})

test('no entries make nothing', () => {
  expect(figureSum([], 0, true)).toMatchObject({ shown: 0, addsUp: true })
  expect(figureSum([], 1, true).addsUp).toBe(false)
})

function row(entry: number, contribution: number, runningTotal: number): HistoryRow {
  const who = { user: 'desk', userName: 'Dana', note: '', flownBy: null, ref: `R-${entry}` }
  const effect = { amount: cents(Math.abs(contribution)), paidChange: NO_MONEY, fundsChange: NO_MONEY, lines: [] }
  return {
    entry,
    date: businessDate('2026-01-08'),
    action: 'package_payment',
    ...who,
    ...effect,
    contribution,
    runningTotal,
  }
}
