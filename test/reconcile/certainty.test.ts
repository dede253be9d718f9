import { describe, expect, it } from 'vitest'
import { line, matched, payment, shape } from './made-up-sides.ts'

const OSEI = { customer: 'Amelia Osei', customerNumber: 'C-001' }

describe('how surely a line and a payment belong together', () => {
  it('by the amount alone only where nothing of that amount is left over about these days', () => {
    const one = [payment(1, 4, 5_000)]
    expect(shape(matched([line(1, 5, 5_000)], one)).pairs).toEqual(['exact 1 = 1'])
    expect(shape(matched([line(1, 5, 5_000)], [...one, payment(2, 6, 5_000)]))).toMatchObject({
      pairs: ['likely 1 = 1'],
      notReceived: [2],
    })
    expect(shape(matched([line(1, 5, 5_000)], [...one, payment(2, 20, 5_000)])).pairs).toEqual(['exact 1 = 1'])
  })

  it("by the payment's own reference weeks apart, by the customer's number only within days", () => {
    expect(shape(matched([line(1, 26, 5_000, { text: 'PAY-1001' })], [payment(1001, 1, 5_000, OSEI)])).pairs).toEqual([
      'exact 1 = 1001',
    ])
    expect(shape(matched([line(1, 26, 5_000, { text: 'C-001' })], [payment(1001, 1, 5_000, OSEI)]))).toEqual({
      pairs: [],
      differing: [],
      notRecorded: [1],
      notReceived: [1001],
    })
    expect(shape(matched([line(1, 6, 5_000, { text: 'C-001' })], [payment(1001, 1, 5_000, OSEI)])).pairs).toEqual([
      'likely 1 = 1001',
    ])
  })

  it("not weeks apart by the customer's number, though it was noted with the payment", () => {
    const noted = payment(1001, 1, 5_000, { ...OSEI, note: 'deposit C-001' })
    expect(shape(matched([line(1, 26, 5_000, { text: 'C-001' })], [noted])).pairs).toEqual([])
  })

  it('not by a word that the notes of many payments share', () => {
    const noted = [1, 2, 3, 4].map((entry) => payment(entry, entry * 8, 5_000, { note: '100h package' }))
    expect(shape(matched([line(1, 20, 5_000, { text: '100h' })], noted)).pairs).toEqual(['likely 1 = 2'])
  })

  it('by a part of the name, where others paid the same', () => {
    const ben = { customer: 'Ben Okafor' }
    const work = matched(
      [line(1, 5, 5_000, { name: 'B. Okafor' })],
      [payment(1, 5, 5_000, OSEI), payment(2, 4, 5_000, ben)],
    )
    expect(shape(work)).toMatchObject({ pairs: ['likely 1 = 2'], notReceived: [1] })
  })

  it('whatever an e-mail address is made of', () => {
    const work = matched([line(1, 5, 5_000, { name: 'flyer77@example.test' })], [payment(1, 5, 5_000, OSEI)])
    expect(shape(work).pairs).toEqual(['exact 1 = 1'])
  })

  it('the nearest days first, and rather recorded before it arrived than after', () => {
    const named = { name: 'Amelia Osei' }
    const lines = [line(1, 6, 5_000, named), line(2, 8, 5_000, named)]
    const work = matched(lines, [payment(4, 4, 5_000, OSEI), payment(7, 7, 5_000, OSEI)])
    expect(shape(work).pairs.toSorted()).toEqual(['exact 1 = 4', 'exact 2 = 7'])
  })
})

describe('a payout that a processor told of', () => {
  const payouts = [{ payout: 'po_1', source: 'Stripe', payments: ['1 card', '2 card'], net: 29_100 }]
  const cards = [payment(1, 5, 10_000), payment(2, 6, 20_000)]

  it('goes before a payment that happens to have its amount', () => {
    const work = matched([line(1, 7, 29_100)], [...cards, payment(3, 7, 29_100)], { payouts })
    expect(shape(work)).toMatchObject({ pairs: ['exact 1 = 1+2'], notReceived: [3] })
  })

  it('is found by a bank that reports of other tenders; its payments are no work of that bank', () => {
    const check = payment(3, 7, 4_000, { tender: 'check' })
    const found = matched([line(1, 7, 29_100)], [check], { payouts, inPayouts: cards })
    expect(shape(found)).toMatchObject({ pairs: ['exact 1 = 1+2'], notReceived: [3] })
    const missing = matched([], [check], { payouts, inPayouts: cards })
    expect(shape(missing)).toMatchObject({ pairs: [], notReceived: [3] })
  })

  it('of two with one sum is the one that the line names', () => {
    const two = [...payouts, { payout: 'po_2', source: 'Stripe', payments: ['3 card'], net: 29_100 }]
    const work = matched([line(1, 7, 29_100, { text: 'STRIPE po_2' })], [...cards, payment(3, 6, 30_000)], {
      payouts: two,
    })
    expect(shape(work).pairs).toEqual(['exact 1 = 3'])
  })
})

describe('another amount', () => {
  it('is that of the nearest amount of the customer; after a rejection the next', () => {
    const lines = [line(1, 6, 33_000, { name: 'Amelia Osei' })]
    const payments = [payment(1, 4, 30_000, OSEI), payment(2, 6, 2_000, OSEI)]
    expect(shape(matched(lines, payments)).differing).toEqual(['1 = 1'])
    expect(shape(matched(lines, payments, { rejected: ['1|1 card'] })).differing).toEqual(['1 = 2'])
  })

  it('goes by the reference before the amount', () => {
    const lines = [line(1, 6, 33_000, { name: 'Amelia Osei', reference: 'PAY-1002' })]
    expect(shape(matched(lines, [payment(1001, 6, 32_900, OSEI), payment(1002, 6, 2_000, OSEI)])).differing).toEqual([
      '1 = 1002',
    ])
  })
})

describe('a word that everybody shares', () => {
  it.each([
    ['and the same amount', 5_000, 5_000],
    ['and never the same amount', 5_000, 90_000],
  ])(
    '%s does not make matching slow',
    (_, paid, received) => {
      const many = Array.from({ length: 20_000 }, (_unused, place) => place)
      const walkIn = { customer: 'Walk-in Customer', customerNumber: 'C-001' }
      const lines = many.map((at) => line(at + 1, at % 60, received + (at % 400), { text: 'CUSTOMER walk in C-001' }))
      const payments = many.map((at) => payment(at + 1, at % 60, paid + (at % 400), walkIn))
      const began = performance.now()
      const { proposals, differing, notRecorded } = matched(lines, payments)
      expect([...proposals, ...differing].flatMap((pair) => pair.lines).length + notRecorded.length).toBe(20_000)
      // Looking at all that share the word took minutes.
      expect(performance.now() - began).toBeLessThan(20_000)
    },
    60_000,
  )
})
