import { describe, expect, it } from 'vitest'
import { parseTypedAmount, parseTypedQuantity } from '../../renderer/ui/typed-numbers.ts'

describe('an amount as people type it', () => {
  it.each([
    ['1250', 125_000],
    ['1250.5', 125_050],
    ['1250,50', 125_050],
    ['1,250.50', 125_050],
    ['1.250,50', 125_050],
    ['$1,250.50', 125_050],
    ['.5', 50],
    ['0.29', 29],
  ])('%s is %i minor units', (typed, minorUnits) => {
    expect(parseTypedAmount(typed, 2)).toBe(minorUnits)
  })

  it.each(['', 'abc', '1.234', '1.2.3'])('%j is refused with a sentence', (typed) => {
    expect(parseTypedAmount(typed, 2)).toEqual({ problem: expect.stringMatching(/\.$/) })
  })
})

describe('a quantity as people type it', () => {
  it.each([
    ['1.3', 130],
    ['1,3', 130],
    ['1:18', 130],
    ['0:01', 2],
    ['0:59', 98],
    ['2', 200],
  ])('%s is %i hundredths', (typed, hundredths) => {
    expect(parseTypedQuantity(typed)).toBe(hundredths)
  })

  it.each(['', '1:60', '1:5', '1.234', 'x'])('%j is refused with a sentence', (typed) => {
    expect(parseTypedQuantity(typed)).toEqual({ problem: expect.stringMatching(/\.$/) })
  })
})
