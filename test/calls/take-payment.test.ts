import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import { expectVerified } from '../model/engine.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const HEADER = { date: null, note: '', basis: [] }
type Part = CallInput<'payments.take'>['parts'][number]

const part = (method: Part['method'], amount: number | null, more: Partial<Part> = {}): Part => ({
  for: 'invoice',
  method,
  amount,
  reference: '',
  ...more,
})

/** An invoice of C-001 over an hour of CP-1001 (197.03) and a kit at the standard rate (275.84). */
async function invoiceOf(desk: Desk, session: string) {
  const lines = [
    { package: 'CP-1001', code: 'C172S', quantity: 100, note: '' },
    { package: null, code: 'KIT', quantity: 100, note: '' },
  ]
  const { ref } = await desk.ask('invoices.make', { ...HEADER, customer: 'C-001', lines }, session)
  return desk.ask('invoices.get', { ref }, session)
}

describe('a payment by several tenders', () => {
  it('is recorded whole: each tender an entry, the hours moved, the rest on the account', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { ref, due, basis } = await invoiceOf(desk, session)
    const before = await desk.ask('customers.overview', { number: 'C-001' }, session)
    const byPackage = 19_703
    const input = {
      ...HEADER,
      note: 'At the counter',
      basis,
      ref,
      failed: false,
      parts: [
        part('package', null),
        part('cash', 10_000),
        part('check', due - byPackage - 10_000, { reference: '1042' }),
        part('check', 2_500, { for: 'account', reference: '1042' }),
      ],
    }
    const preview = await desk.ask('payments.take.preview', input, session)
    const done = await desk.ask('payments.take', input, session)
    expect(done).toMatchObject({ ref, due: 0, sentence: preview.sentence })
    const after = await desk.ask('customers.overview', { number: 'C-001' }, session)
    expect(preview.changes).toContainEqual({
      of: 'C-001',
      label: 'Account balance',
      unit: 'money',
      before: before.account,
      after: after.account,
    })
    expect((after.account ?? 0) - (before.account ?? 0)).toBe(2_500)
    const used = (overview: typeof before) =>
      overview.packages.find((pack) => pack.ref === 'CP-1001')?.lines.find(({ code }) => code === 'C172S')?.used ?? 0
    expect(used(after) - used(before)).toBe(100)
    expect(preview.changes).toContainEqual({
      of: 'CP-1001',
      label: 'C172S used',
      unit: 'quantity',
      before: used(before),
      after: used(after),
    })
    const notes = await desk.application.database.read((db) =>
      db.selectFrom('entries').select(['action', 'note']).orderBy('number', 'desc').limit(4).execute(),
    )
    expect(notes.toReversed()).toEqual([
      { action: 'invoice_payment', note: 'At the counter' },
      { action: 'invoice_payment', note: 'At the counter' },
      { action: 'invoice_payment', note: 'Check 1042 · At the counter' },
      { action: 'account_deposit', note: 'Check 1042 · At the counter' },
    ])
    await expectVerified(desk.application.database)
  })

  it('keeps two amounts on the account, each under a reference of its own', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { ref, due } = await invoiceOf(desk, session)
    const parts = [part('card', due), part('card', 1_000, { for: 'account' }), part('check', 2_000, { for: 'account' })]
    const input = { ...HEADER, ref, failed: false, parts }
    expect((await desk.ask('payments.take.preview', input, session)).changes).toContainEqual(
      expect.objectContaining({ of: 'C-001', label: 'Account balance' }),
    )
    await desk.ask('payments.take', input, session)
    const deposits = await desk.application.database.read((db) =>
      db
        .selectFrom('entries')
        .select('ref')
        .where('action', '=', 'account_deposit')
        .orderBy('number', 'desc')
        .limit(2)
        .execute(),
    )
    expect(new Set(deposits.map((row) => row.ref)).size).toBe(2)
    await expectVerified(desk.application.database)
  })

  it('is refused whole, at the tender that is refused: nothing of it stays', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { ref, due, basis } = await invoiceOf(desk, session)
    const parts = [part('package', null), part('card', 5_000), part('account', due)]
    const input = { ...HEADER, basis, ref, failed: false, parts }
    const refusal = { ok: false, failure: { code: 'more_than_due', field: 'parts.2.amount' } }
    expect(await desk.send('payments.take.preview', input, session)).toMatchObject(refusal)
    expect(await desk.send('payments.take', input, session)).toMatchObject(refusal)
    expect(await desk.ask('invoices.get', { ref }, session)).toMatchObject({ due, basis, payments: [] })
    await expectVerified(desk.application.database)
  })

  it('happens once for its command id, and not on numbers that somebody else has changed', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { ref, due, basis } = await invoiceOf(desk, session)
    const input = { ...HEADER, basis, ref, failed: false, parts: [part('cash', 1_000), part('card', 500)] }
    const first = await desk.send('payments.take', input, session, 'take-payment-1')
    expect(first).toMatchObject({ ok: true, value: { due: due - 1_500 } })
    expect(await desk.send('payments.take', input, session, 'take-payment-1')).toEqual(first)
    expect((await desk.ask('invoices.get', { ref }, session)).payments).toHaveLength(2)
    const stale = { ok: false, failure: { code: 'stale' } }
    expect(await desk.send('payments.take', input, session)).toMatchObject(stale)
  })
})
