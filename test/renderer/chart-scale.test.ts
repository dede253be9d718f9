import { describe, expect, it } from 'vitest'
import { axisOf, namedPlaces, placeAt } from '../../renderer/reports/chart-scale.ts'

describe('the axis of a chart', () => {
  it.each([
    [0, [0]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [9_950, [0, 2_500, 5_000, 7_500, 10_000]],
    [2_443_110, [0, 1_000_000, 2_000_000, 3_000_000]],
  ])('up to %i has round lines, the last at or above it', (most, lines) => expect(axisOf(most)).toEqual(lines))

  it('names the first and the last day, and a few between', () => {
    expect(namedPlaces(0, 6)).toEqual([])
    expect(namedPlaces(3, 6)).toEqual([0, 1, 2])
    expect(namedPlaces(31, 6)).toEqual([0, 6, 12, 18, 24, 30])
  })

  it('knows the bar under the pointer, also at its edges', () => {
    expect([-0.1, 0, 0.49, 0.5, 0.999, 1, 1.2].map((share) => placeAt(share, 2))).toEqual([0, 0, 0, 1, 1, 1, 1])
  })
})
