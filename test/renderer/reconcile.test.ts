import { describe, expect, it } from 'vitest'
import { hasWords } from '../../renderer/reconcile/found.ts'
import { recordChoices, type ReversiblePayment } from '../../renderer/reconcile/record-choices.ts'
import { without } from '../../renderer/reconcile/work-left.ts'
import { workKeyOf } from '../../renderer/reconcile/work-keys.ts'
import type { Overview } from '../../renderer/invoices/invoices-queries.ts'
import type { OpenLine, Proposal, RecordedPayment, Work } from '../../shared/contract/reconcile.ts'
import type { Source } from '../../shared/contract/reconcile-file.ts'

const line = (id: number, amount = 10_000) =>
  ({ id, amount, date: '2026-01-05', reference: `ch_${id}`, text: '', name: 'Amelia Osei' }) as OpenLine
const payment = (entry: number) => ({ key: `${entry} card`, entry }) as RecordedPayment
const proposal = (key: string, certainty: Proposal['certainty'], lines: number[], entries: number[]) =>
  ({ key, certainty, lines: lines.map((id) => line(id)), payments: entries.map(payment) }) as Proposal

const WORK: Work = {
  proposals: [
    proposal('1/1', 'exact', [1], [1]),
    proposal('2/2', 'exact', [2], [2]),
    proposal('3/1', 'possible', [3], [1]),
  ],
  differing: [proposal('4/2', 'likely', [4], [2])],
  notRecorded: [line(5)],
  notReceived: [payment(9)],
  counts: { exact: 400, likely: 0, possible: 1, differing: 1, notRecorded: 1, notReceived: 1 },
}

describe('what is settled leaves the work list at once', () => {
  it('with every proposal that has one of its lines or payments, and the counts go down by as many', () => {
    const left = without(WORK, { lines: [1], payments: ['1 card'] })
    expect(left.proposals.map(({ key }) => key)).toEqual(['2/2'])
    expect(left.counts).toEqual({ ...WORK.counts, exact: 399, possible: 0 })
  })

  it('a rejected proposal leaves alone: its line and its payment stay for others', () => {
    const left = without(WORK, { lines: [], payments: [], proposals: ['2/2'] })
    expect(left.proposals.map(({ key }) => key)).toEqual(['1/1', '3/1'])
    expect(left.differing).toEqual(WORK.differing)
  })

  it('a line that is not ours, and a payment matched by hand, leave their own lists', () => {
    const left = without(WORK, { lines: [5], payments: ['9 card'] })
    expect([left.notRecorded, left.notReceived]).toEqual([[], []])
    expect(left.counts).toMatchObject({ notRecorded: 0, notReceived: 0, exact: 400 })
  })
})

describe('a line that nobody recorded is recorded', () => {
  const source = { tenders: ['ach', 'card'] } as unknown as Source
  const overview = {
    customer: { number: 'C-001' },
    packages: [
      { ref: 'CP-1', packageName: 'Starter', status: 'active', owed: 5_000, funds: 20_000 },
      { ref: 'CP-2', packageName: 'Private', status: 'active', owed: 90_000, funds: 0 },
      { ref: 'CP-3', packageName: 'Old', status: 'removed', owed: 90_000, funds: 0 },
    ],
    invoices: [{ ref: 'INV-1', status: 'open', due: 10_000 }],
  } as unknown as Overview
  const values = (amount: number) => recordChoices(line(1, amount), source, overview, String).map(({ value }) => value)

  it('on the invoice with that much due, else where as much is owed, else into the account', () => {
    expect(values(10_000)).toEqual(['invoice INV-1', 'package CP-2', 'account', 'package CP-1'])
    expect(values(4_000)).toEqual(['package CP-1', 'package CP-2', 'account', 'invoice INV-1'])
  })

  it('as the reversal of the payment that it takes back, before anything else', () => {
    const reversible = [
      {
        key: '12 card',
        customerNumber: 'C-001',
        standing: { of: 'package', package: 'CP-1', payment: 'PAY-7' },
        amount: 10_000,
        tender: 'card',
        date: '2026-01-02',
        day: 'Jan 2, 2026',
        ref: 'CP-1',
        recordedAs: 'PAY-7',
      },
      { key: '13 card', customerNumber: 'C-002' },
    ] as unknown as ReversiblePayment[]
    const choices = recordChoices(line(7, -10_000), source, overview, String, reversible)
    expect(choices.map(({ value }) => value)).toEqual(['reversal 12 card', 'package CP-1', 'account'])
    expect(choices[0]?.label).toContain('PAY-7, CP-1 of Jan 2, 2026')
    expect(choices[0]?.place).toMatchObject({ view: { kind: 'reversePayment', payment: { amount: 10_000 } } })
  })

  it('as a refund or a withdrawal where it went back, without its sign, on its day, with its reference', () => {
    const [first] = recordChoices(line(7, -10_000), source, overview, String)
    expect(first?.place).toEqual({
      of: 'action',
      view: {
        kind: 'refund',
        customer: 'C-001',
        ref: 'CP-1',
        filled: { amount: 10_000, method: 'card', date: '2026-01-05', note: 'ch_7' },
      },
    })
  })
})

it('words are found without regard to case, accents and order', () => {
  expect(hasWords('Lucía Fernández ch_1 $1,200.00', 'fernandez 1,200 CH_1')).toBe(true)
  expect(hasWords('Lucía Fernández', 'lucia osei')).toBe(false)
})

it('Enter and Space in a button of a row belong to the button, letters to the row', () => {
  expect([workKeyOf('Enter', true), workKeyOf(' ', true), workKeyOf('A', false)]).toEqual(['accept', 'tick', 'accept'])
  expect([workKeyOf('Enter', false), workKeyOf(' ', false), workKeyOf('x', true)]).toEqual([null, null, null])
})
