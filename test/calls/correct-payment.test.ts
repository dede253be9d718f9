import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import { cents } from '../../shared/money.ts'
import { expectVerified } from '../model/engine.ts'
import { kestrelDesk } from './desk.ts'

const HEADER = { date: null, note: 'Typed at the wrong student', basis: [] }
/** PAY-1 of kestrel: 5000.00 by card on CP-1001, of 2026-01-05. */
const PAY_1 = { of: 'package', package: 'CP-1001', payment: 'PAY-1' } as const

type Correction = CallInput<'payments.correct'>

function instead(change: Partial<Correction['instead']>): Correction {
  const was = {
    for: { of: 'package', package: 'CP-1001' },
    amount: 500_000,
    method: 'card',
    date: '2026-01-05',
  } as const
  return { ...HEADER, payment: PAY_1, instead: { ...was, ...change } }
}

describe('a payment put right in one step', () => {
  it('moves to the right customer, whose package shows it, and each names the other', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const right = instead({
      for: { of: 'package', package: 'CP-1003' },
      amount: 100_000,
      method: 'check',
      date: '2026-01-20',
    })
    const preview = await desk.ask('payments.correct.preview', right, session)
    expect(preview.changes).toContainEqual({
      of: 'CP-1001',
      label: 'Amount paid',
      unit: 'money',
      before: 500_000,
      after: 0,
    })
    const paidBefore = (await desk.ask('packages.balance', { ref: 'CP-1003', asOf: null }, session)).paid
    const done = await desk.ask('payments.correct', right, session)
    expect(done.sentence).toBe(preview.sentence)
    expect((await desk.ask('packages.balance', { ref: 'CP-1001', asOf: null }, session)).paid).toBe(0)
    const after = await desk.ask('packages.balance', { ref: 'CP-1003', asOf: null }, session)
    expect(after.paid).toBe(cents(paidBefore + 100_000))
    const history = async (ref: string) =>
      desk.ask('packages.history', { ref, actions: [], figure: null, asOf: null, after: null, limit: 1 }, session)
    expect((await history('CP-1001')).rows[0]).toMatchObject({
      action: 'package_payment_reversed',
      note: `Typed at the wrong student (corrected by ${done.ref})`,
    })
    expect((await history('CP-1003')).rows[0]).toMatchObject({ ref: done.ref, note: 'Corrects PAY-1' })
    await expectVerified(desk.application.database)
  })

  it('is refused as a whole where the new payment cannot be, and names its field', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const tooMuch = instead({ amount: 90_000_000 })
    const preview = await desk.send('payments.correct.preview', tooMuch, session)
    expect(preview).toMatchObject({ ok: false, failure: { code: 'more_than_owed', field: 'instead.amount' } })
    expect(await desk.send('payments.correct', tooMuch, session)).toMatchObject({
      ok: false,
      failure: { code: 'more_than_owed', field: 'instead.amount' },
    })
    expect((await desk.ask('packages.balance', { ref: 'CP-1001', asOf: null }, session)).paid).toBe(500_000)
  })

  it('needs a reason', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const reply = await desk.send('payments.correct', { ...instead({ method: 'check' }), note: ' ' }, session)
    expect(reply).toMatchObject({ ok: false, failure: { field: 'note' } })
  })

  it('of an invoice opens it and pays it anew, also where the hours were flown already', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const lines = [{ package: 'CP-1001', code: 'C172S', quantity: 100, note: '' }]
    const made = await desk.ask('invoices.make', { ...HEADER, customer: 'C-001', lines }, session)
    await desk.ask('invoices.pay', { ...HEADER, ref: made.ref, amount: null, method: 'cash', failed: false }, session)
    const before = await desk.ask('invoices.get', { ref: made.ref }, session)
    expect(before).toMatchObject({ status: 'paid', due: 0 })
    const payment = { of: 'invoice', invoice: made.ref, amount: before.total, method: 'cash' } as const
    const right: Correction = {
      ...HEADER,
      payment,
      instead: { for: { of: 'invoice', invoice: made.ref }, amount: before.total, method: 'card', date: null },
    }
    await desk.ask('payments.correct', right, session)
    const after = await desk.ask('invoices.get', { ref: made.ref }, session)
    expect(after).toMatchObject({ status: 'paid', due: 0, paid: before.total })
    expect(after.payments.map(({ tender, reversed }) => [tender, reversed])).toEqual([
      ['cash', true],
      ['card', false],
    ])
    await desk.ask('invoices.reversePayment', { ...HEADER, ref: made.ref, amount: null, method: 'card' }, session)
    const open = await desk.ask('invoices.get', { ref: made.ref }, session)
    expect(open).toMatchObject({ status: 'open', due: before.total, paid: 0 })
    const listed = await desk.ask('invoices.list', { search: made.ref, status: null, after: null, limit: 10 }, session)
    expect(listed.rows).toMatchObject([{ ref: made.ref, due: before.total }])
    await expectVerified(desk.application.database)
  })
})
