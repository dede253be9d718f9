import { describe, expect, it } from 'vitest'
import type { SentLater, UnsentAction } from '../../shared/contract/outbox.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { SENT_LATER } from '../../shared/contract/outbox.ts'
import { formAgain, placeOfRepeated } from '../../renderer/unsent/form-again.ts'

const DAY = businessDate('2026-02-01')
const HEADER = { date: null, note: 'as agreed', basis: [] }
const BY_CASH = { amount: 5_000, method: 'cash', failed: false } as const
const LINES = [{ package: 'CP-1', code: 'DUAL', quantity: 150, note: '', amount: null }]
const PAID = { amount: cents(5_000), method: 'check', date: DAY, payer: 'C-9' } as const

/** What each call was sent with, and of the form that it opens: which, and what it begins with. */
const FORMS: Readonly<Record<SentLater, readonly [input: object, place: object, filled: object]>> = {
  'packages.pay': [
    { package: 'CP-1', ...BY_CASH, payer: 'C-9' },
    { kind: 'pay', ref: 'CP-1' },
    { ...BY_CASH, payer: 'C-9' },
  ],
  'packages.refund': [
    { package: 'CP-1', amount: 100, method: 'card' },
    { kind: 'refund', ref: 'CP-1' },
    { amount: 100, payer: '' },
  ],
  'packages.add': [
    { customer: 'C-1', package: 'PPL', price: 90_000, end: '2027-01-01' },
    { kind: 'add', customer: 'C-1' },
    { offer: 'PPL', price: 90_000, end: '2027-01-01' },
  ],
  'packages.addMember': [{ package: 'CP-1', customer: 'C-2' }, { kind: 'members' }, { member: 'C-2', back: false }],
  'packages.removeMember': [{ package: 'CP-1', customer: 'C-2' }, { kind: 'members' }, { member: 'C-2', back: true }],
  'packages.adjust': [
    { package: 'CP-1', code: 'DUAL', quantity: -150 },
    { kind: 'adjust', ref: 'CP-1' },
    { code: 'DUAL', quantity: 150, back: true },
  ],
  'packages.changeEnd': [{ package: 'CP-1', end: null }, { kind: 'changeEnd' }, { end: null }],
  'packages.lapse': [{ package: 'CP-1' }, { kind: 'lapse', ref: 'CP-1' }, {}],
  'packages.remove': [{ package: 'CP-1' }, { kind: 'remove', ref: 'CP-1' }, {}],
  'packages.return': [{ package: 'CP-1' }, { kind: 'returnTo', ref: 'CP-1' }, {}],
  'packages.transferFunds': [
    { package: 'CP-1', amount: 700, to: 'CP-2' },
    { kind: 'transferFunds', ref: 'CP-1' },
    { amount: 700, to: 'CP-2' },
  ],
  'packages.transferHours': [
    { package: 'CP-1', code: 'DUAL', quantity: 150, to: 'C172' },
    { kind: 'transferHours' },
    { code: 'DUAL', quantity: 150, to: 'C172' },
  ],
  'accounts.deposit': [
    { customer: 'C-1', ...BY_CASH, failed: true },
    { kind: 'deposit', customer: 'C-1' },
    { ...BY_CASH, failed: true },
  ],
  'accounts.withdraw': [{ customer: 'C-1', ...BY_CASH }, { kind: 'withdraw', customer: 'C-1' }, BY_CASH],
  'invoices.make': [{ customer: 'C-1', lines: LINES }, { kind: 'new', customer: 'C-1' }, { lines: LINES }],
  'invoices.correct': [
    { ref: 'INV-1', lines: LINES, money: 'stays' },
    { kind: 'correct', ref: 'INV-1' },
    { lines: LINES, money: 'stays' },
  ],
  'invoices.delete': [{ ref: 'INV-1' }, { kind: 'delete', ref: 'INV-1' }, {}],
  'invoices.void': [{ ref: 'INV-1' }, { kind: 'void', ref: 'INV-1' }, {}],
  'invoices.refund': [
    { ref: 'INV-1', part: { package: null, code: 'DUAL', quantity: 100 } },
    { kind: 'refund', ref: 'INV-1' },
    { part: { package: null, code: 'DUAL', quantity: 100 } },
  ],
  'invoices.pay': [
    { ref: 'INV-1', amount: null, method: 'card', failed: false, payer: '' },
    { kind: 'pay', ref: 'INV-1' },
    { paid: { parts: [{ for: 'invoice', method: 'card', amount: null, reference: '' }], failed: false, payer: '' } },
  ],
  'payments.take': [
    {
      ref: 'INV-1',
      parts: [{ for: 'invoice', method: 'check', amount: 100, reference: '7' }],
      failed: false,
      payer: 'C-9',
    },
    { kind: 'pay', ref: 'INV-1' },
    {
      paid: { parts: [{ for: 'invoice', method: 'check', amount: 100, reference: '7' }], failed: false, payer: 'C-9' },
    },
  ],
  'invoices.reversePayment': [
    { ref: 'INV-1', amount: 5_000, method: 'cash' },
    {
      kind: 'reversePayment',
      payment: { payment: { of: 'invoice', invoice: 'INV-1', amount: 5_000, method: 'cash' } },
    },
    {},
  ],
  'payments.reverse': [
    { package: 'CP-1', customer: '', to: 'PAY-7' },
    { kind: 'reversePayment', payment: { payment: { of: 'package', package: 'CP-1', payment: 'PAY-7' }, ...PAID } },
    {},
  ],
  'payments.correct': [
    {
      payment: { of: 'package', package: 'CP-1', payment: 'PAY-7' },
      instead: { for: { of: 'account', customer: 'C-3' }, amount: 4_900, method: 'card', date: null, payer: '' },
    },
    { kind: 'correctPayment', payment: { customer: 'C-1', ...PAID } },
    { instead: { customer: 'C-3', amount: 4_900, method: 'card' } },
  ],
}

function refusedOne(call: SentLater, input: object): UnsentAction {
  const payment = call === 'payments.reverse' || call === 'payments.correct' ? PAID : null
  return {
    number: 7,
    customer: { number: 'C-1', name: 'Amelia' },
    state: 'refused',
    sent: { call, input: { ...HEADER, ...input }, day: DAY, payment },
  } as UnsentAction
}

describe('what is done again', () => {
  it.each(SENT_LATER)('%s opens its form with what was typed, its day and its number', (call) => {
    const [input, view, filled] = FORMS[call]
    const begun = { again: 7, date: DAY, note: 'as agreed · not sent number 7, done again', ...filled }
    expect(formAgain(refusedOne(call, input), businessDate('2026-02-02'))).toMatchObject({
      view: { ...view, filled: begun },
    })
  })

  it('says no day on the day itself, and another one where that was said', () => {
    const [input] = FORMS['packages.pay']
    expect(formAgain(refusedOne('packages.pay', input), DAY)).toMatchObject({ view: { filled: { date: null } } })
    const dated = { ...input, date: '2026-01-20' }
    expect(formAgain(refusedOne('packages.pay', dated), DAY)).toMatchObject({
      view: { filled: { date: '2026-01-20' } },
    })
  })

  it('has no form where nobody said which payment is taken back, or what it names is not there', () => {
    const open = { ref: 'INV-1', amount: null, method: 'cash' }
    expect(formAgain(refusedOne('invoices.reversePayment', open), DAY)).toBeNull()
    expect(formAgain({ ...refusedOne('packages.pay', {}), sent: null }, DAY)).toBeNull()
  })

  it('leads to what it acts on, by the name that the server gave', () => {
    const leads = (call: SentLater, ref: string) => placeOfRepeated(refusedOne(call, FORMS[call][0]), ref)
    expect(leads('packages.pay', 'PAY-9')).toEqual({ of: 'package', ref: 'CP-1' })
    expect(leads('packages.add', 'CP-9')).toEqual({ of: 'package', ref: 'CP-9' })
    expect(leads('invoices.make', 'INV-9')).toEqual({ of: 'invoice', view: { kind: 'invoice', ref: 'INV-9' } })
    expect(leads('invoices.pay', 'INV-1')).toEqual({ of: 'invoice', view: { kind: 'invoice', ref: 'INV-1' } })
    expect(leads('accounts.deposit', 'DEP-9')).toEqual({ of: 'customer', number: 'C-1' })
    expect(leads('payments.correct', 'PAY-9')).toEqual({ of: 'customer', number: 'C-1' })
  })
})
