import { expect, test } from 'vitest'
import { rowOfPages } from '../../renderer/packages/list/rows-of-pages.ts'
import { barShares } from '../../renderer/ui/bar-shares.ts'
import { screenOf } from '../../renderer/ui/route.ts'
import { destination } from '../../renderer/ui/table/row-focus.ts'

test('a row is found in keyset pages of different lengths', () => {
  const lengths = [50, 200, 200, 37]
  const flat = Array.from({ length: 487 }, (_, index) => index)
  let at = 0
  const pages = lengths.map((length) => ({ rows: flat.slice(at, (at += length)) }))
  for (const index of flat) expect(rowOfPages(pages, index)).toBe(index)
  expect(rowOfPages(pages, 487)).toBeUndefined()
  expect(rowOfPages([], 0)).toBeUndefined()
  expect(rowOfPages(pages.slice(0, 1), 50)).toBeUndefined()
})

test('a bar never draws something as nothing, nor a part as the whole', () => {
  expect(barShares(5000, 0, 0)).toEqual({ solid: 0, hatched: 0 })
  expect(barShares(5000, 10, 0).solid).toBe(2)
  expect(barShares(5000, 4999, 0).solid).toBe(98)
  expect(barShares(5000, 5000, 0)).toEqual({ solid: 100, hatched: 0 })
  expect(barShares(0, 0, 0)).toEqual({ solid: 0, hatched: 0 })
})

test('the pending part of what remains is hatched, and both stay inside of the bar', () => {
  expect(barShares(1500, 1500, 300)).toEqual({ solid: 80, hatched: 20 })
  expect(barShares(1000, 200, 900)).toEqual({ solid: 0, hatched: 20 })
  expect(barShares(1000, -500, 300)).toEqual({ solid: 0, hatched: 0 })
})

test('keys lead from row to row and stop at both ends', () => {
  expect(destination('ArrowDown', 0, 3)).toBe(1)
  expect(destination('ArrowDown', 2, 3)).toBe(2)
  expect(destination('ArrowUp', 0, 3)).toBe(0)
  expect(destination('PageDown', 5, 200)).toBe(15)
  expect(destination('End', 0, 200)).toBe(199)
  expect(destination('Home', 150, 200)).toBe(0)
  expect(destination('x', 1, 3)).toBeNull()
})

test('an address leads to its screen, an unknown one to Billing', () => {
  expect(screenOf('#/settings')).toBe('settings')
  expect(screenOf('#/billing')).toBe('billing')
  expect(screenOf('')).toBeNull()
  expect(screenOf('#/nowhere')).toBeNull()
})
