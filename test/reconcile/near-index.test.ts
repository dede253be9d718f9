import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NearIndex } from '../../electron/reconcile/matching/near-index.ts'

it('gives the open ones of a word, the nearest first and of equally near ones the earlier, whatever was closed', () => {
  const member = fc.record({ day: fc.nat(20), word: fc.constantFrom('a', 'b') })
  const step = fc.record({ word: fc.constantFrom('a', 'b', 'c'), day: fc.nat(20), close: fc.nat(30) })
  fc.assert(
    fc.property(fc.array(member, { maxLength: 30 }), fc.array(step, { maxLength: 30 }), (made, steps) => {
      const members = made.toSorted((left, right) => left.day - right.day)
      const closed = new Set<object>()
      const index = new NearIndex(
        members,
        ({ word }) => [word],
        (one) => !closed.has(one),
      )
      for (const { word, day, close } of steps) {
        const open = members.filter((one) => one.word === word && !closed.has(one))
        const near = open.filter((one) => one.day >= day - 5 && one.day <= day + 3)
        const distance = (one: { day: number }) => 2 * Math.abs(one.day - day) + (one.day > day ? 1 : 0)
        const expected = near.map(distance).toSorted((left, right) => left - right)
        const found = [...index.around(word, day, 5, 3)]
        expect(new Set(found)).toEqual(new Set(near))
        expect(found.map(distance)).toEqual(expected)
        const gone = members[close]
        if (gone) closed.add(gone)
      }
    }),
    { numRuns: 500 },
  )
})
