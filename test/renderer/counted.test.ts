import { describe, expect, it } from 'vitest'
import { closeInput, countedOf, countProblem, emptyCount, piecesOf, uncounted } from '../../renderer/closing/counted.ts'
import type { Expected } from '../../shared/contract/closings.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'

const style = { currency: 'USD', minorDigits: 2, locale: 'en-US' }
const day = businessDate('2026-01-05')
const tender = (name: 'cash' | 'card' | 'check' | 'ach', received: number) => ({
  tender: name,
  received: cents(received),
  givenBack: cents(0),
  expected: cents(received),
  receipts: received === 0 ? 0 : 1,
  returns: 0,
})
const expected: Expected = {
  from: day,
  to: day,
  tenders: [tender('cash', 2_500), tender('card', 10_000), tender('check', 0), tender('ach', 0)],
  denominations: [],
  lastFloat: cents(0),
  lastEntry: 7,
  closed: [],
  otherDesks: false,
}
const [cash, card, check] = expected.tenders
const empty = emptyCount(expected, style)

describe('the count of a closing', () => {
  it('begins with nothing counted, and is not signed off before everything that moved is counted', () => {
    expect(uncounted(empty, expected, style)).toEqual(['cash', 'card'])
    expect(closeInput(empty, expected, style)).toBeNull()
    const counted = { ...empty, pieces: { 2_000: '1', 500: '1' }, others: { card: '100.00' } }
    expect(uncounted(counted, expected, style)).toEqual([])
    expect(closeInput(counted, expected, style)?.others).toEqual([
      { tender: 'card', counted: 10_000, explanation: '' },
      { tender: 'check', counted: 0, explanation: '' },
      { tender: 'ach', counted: 0, explanation: '' },
    ])
  })

  it('takes a zero that somebody typed for a count', () => {
    expect(countedOf({ ...empty, others: { card: '0' } }, card!, style)).toBe(0)
    expect(countedOf({ ...empty, pieces: { 100: '0' } }, cash!, style)).toBe(0)
  })

  it('takes what was there before from the cash, and no word for a number', () => {
    expect(countedOf({ ...empty, pieces: { 10_000: '1' }, float: '75' }, cash!, style)).toBe(2_500)
    expect(countedOf({ ...empty, others: { check: 'ten' } }, check!, style)).toBe('unread')
    expect(countedOf({ ...empty, pieces: { 100: 'x' } }, cash!, style)).toBe('unread')
  })

  it('says in a sentence what cannot be read, and takes digits of any script and a minus', () => {
    expect(countProblem('5k', style)).toMatch(/^“5k” is not an amount\./)
    expect([countProblem('', style), countProblem('-5', style), countProblem('−1,000.50', style)]).toEqual([
      null,
      null,
      null,
    ])
    expect([piecesOf('٣'), piecesOf('３'), piecesOf(''), piecesOf('1e3'), piecesOf('-1')]).toEqual([
      3,
      3,
      0,
      null,
      null,
    ])
  })
})
