import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { line, matched, payment, shape } from './made-up-sides.ts'

describe('matching', () => {
  it('finds what is missing on either side, doubled, of another amount, and a day off', () => {
    const work = matched(
      [
        line(1, 5, 10_000),
        line(2, 7, 20_000),
        line(3, 8, 33_000, { reference: 'PAY-3' }),
        line(4, 9, 44_000),
        line(5, 9, 44_000),
        line(6, 12, 70_000),
      ],
      [
        payment(1, 5, 10_000),
        payment(2, 6, 20_000),
        payment(3, 8, 30_000),
        payment(4, 9, 44_000),
        payment(7, 20, 90_000),
      ],
    )
    expect(shape(work)).toEqual({
      pairs: ['exact 1 = 1', 'exact 2 = 2', 'likely 4 = 4'],
      differing: ['3 = 3'],
      notRecorded: [5, 6],
      notReceived: [7],
    })
    expect(work.differing[0]?.difference).toBe(3_000)
  })

  it('goes by the reference before the day, and by the name before the day', () => {
    const osei = { customer: 'Amelia Osei' }
    const work = matched(
      [
        line(1, 10, 5_000, { text: 'charge for pay 1002' }),
        line(2, 10, 5_000),
        line(3, 20, 7_000, { name: 'OSEI, AMELIA' }),
      ],
      [
        payment(1001, 10, 5_000),
        payment(1002, 6, 5_000),
        payment(3, 20, 7_000, { customer: 'Ben Okafor' }),
        payment(4, 19, 7_000, osei),
      ],
    )
    expect(shape(work).pairs).toEqual(['exact 1 = 1002', 'exact 3 = 4', 'exact 2 = 1001'])
    expect(work.proposals[0]?.reason).toContain('reference')
  })

  it('does not tick a pair whose names contradict each other', () => {
    const work = matched(
      [line(1, 5, 5_000, { name: 'Ben Okafor' })],
      [payment(1, 5, 5_000, { customer: 'Amelia Osei' })],
    )
    expect(shape(work).pairs).toEqual(['possible 1 = 1'])
  })

  it('pairs equal ones in their order: exact where there are as many on both sides', () => {
    const three = [payment(1, 5, 5_000), payment(2, 5, 5_000), payment(3, 5, 5_000)]
    expect(shape(matched([line(1, 5, 5_000), line(2, 5, 5_000)], three))).toMatchObject({
      pairs: ['likely 1 = 1', 'likely 2 = 2'],
      notReceived: [3],
    })
    const even = matched([line(1, 5, 5_000), line(2, 5, 5_000), line(3, 5, 5_000)], three)
    expect(shape(even).pairs).toEqual(['exact 1 = 1', 'exact 2 = 2', 'exact 3 = 3'])
  })

  it('takes refunds with payments that went back, never with those that came in', () => {
    const work = matched([line(1, 5, -5_000)], [payment(1, 5, 5_000), payment(2, 6, -5_000)])
    expect(shape(work)).toMatchObject({ pairs: ['exact 1 = 2'], notReceived: [1] })
  })

  it('knows a payout by what the processor told of it, less fees', () => {
    const payouts = [{ payout: 'po_1', source: 'Stripe', payments: ['1 card', '2 card'], net: 29_100 }]
    const work = matched([line(1, 7, 29_100, { text: 'STRIPE' })], [payment(1, 5, 10_000), payment(2, 6, 20_000)], {
      payouts,
    })
    expect(shape(work).pairs).toEqual(['exact 1 = 1+2'])
    expect(work.proposals[0]).toMatchObject({ difference: -900, reason: expect.stringContaining('po_1') })
  })

  it('sees a day in one sum, a run of days, and a payout less a fee', () => {
    const checks = [1, 2].map((entry) => payment(entry, 5, entry * 10_000, { tender: 'check' }))
    expect(shape(matched([line(1, 6, 30_000, { text: 'DEPOSIT' })], checks)).pairs).toEqual(['exact 1 = 1+2'])
    const days = [payment(1, 5, 10_000), payment(2, 6, 20_000), payment(3, 7, 30_100)]
    expect(shape(matched([line(1, 9, 60_100, { text: 'PAYOUT' })], days)).pairs).toEqual(['likely 1 = 1+2+3'])
    const lessFee = matched([line(1, 9, 58_500, { text: 'PAYOUT' })], days)
    expect(shape(lessFee).pairs).toEqual(['possible 1 = 1+2+3'])
    expect(lessFee.proposals[0]?.difference).toBe(-1_600)
  })

  it('sees what one customer paid at several times, and what arrived in parts', () => {
    const osei = { customer: 'Amelia Osei', customerNumber: 'C-001' }
    const several = [payment(1, 5, 10_000, osei), payment(2, 6, 20_000, osei), payment(3, 6, 20_000)]
    expect(shape(matched([line(1, 7, 30_000, { name: 'Amelia Osei' })], several))).toMatchObject({
      pairs: ['likely 1 = 1+2'],
      notReceived: [3],
    })
    const parts = [line(1, 5, 10_000, { text: 'A. Osei C-001' }), line(2, 9, 5_000, { text: 'C-001 rest' })]
    expect(shape(matched(parts, [payment(1, 5, 15_000, osei)])).pairs).toEqual(['likely 1+2 = 1'])
  })

  it('does not propose again what was rejected', () => {
    const sides = [[line(1, 5, 5_000)], [payment(1, 5, 5_000)]] as const
    expect(shape(matched(...sides, { rejected: ['1|1 card'] }))).toEqual({
      pairs: [],
      differing: [],
      notRecorded: [1],
      notReceived: [1],
    })
  })

  it('puts every line and every payment in exactly one place, and no pair without a reason or with a wrong sum', () => {
    const names = ['Amelia Osei', 'Ben Okafor', 'Lucía Márquez', '']
    const side = fc.record({
      on: fc.nat(12),
      amount: fc.integer({ min: -3, max: 9 }).map((amount) => (amount || 1) * 1_000),
      name: fc.constantFrom(...names),
      text: fc.constantFrom('', 'PAYOUT', 'PAY-3', 'C-001'),
    })
    fc.assert(
      fc.property(fc.array(side, { maxLength: 14 }), fc.array(side, { maxLength: 14 }), (theirs, ours) => {
        const lines = theirs.map(({ on, amount, name, text }, place) => line(place + 1, on, amount, { name, text }))
        const payments = ours.map(({ on, amount, name }, place) =>
          payment(place + 1, on, amount, { customer: name, customerNumber: `C-00${place}` }),
        )
        const work = matched(lines, payments)
        const all = [...work.proposals, ...work.differing]
        const lineIds = [...all.flatMap((pair) => pair.lines), ...work.notRecorded].map(({ id }) => id)
        const keys = [...all.flatMap((pair) => pair.payments), ...work.notReceived].map(({ key }) => key)
        expect(lineIds.toSorted((left, right) => left - right)).toEqual(lines.map(({ id }) => id))
        expect(keys.toSorted()).toEqual(payments.map(({ key }) => key).toSorted())
        for (const pair of all) {
          const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0)
          expect(pair.difference).toBe(sum(pair.lines) - sum(pair.payments))
          expect(pair.reason).not.toBe('')
          if (pair.certainty !== 'possible') expect(pair.difference).toBe(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('of fifty thousand against fifty thousand ends, also where all amounts are equal', () => {
    const many = Array.from({ length: 50_000 }, (_, place) => place)
    const lines = many.map((place) => line(place + 1, place % 300, 5_000 + (place % 2)))
    const payments = many.map((place) => payment(place + 1, place % 300, 5_000 + (place % 2)))
    const began = process.cpuUsage()
    expect(matched(lines, payments).proposals).toHaveLength(50_000)
    // The work itself is bounded, however busy the machine is.
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1_000).toBeLessThan(10_000)
  }, 60_000)
})
