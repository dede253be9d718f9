import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import type { Permission } from '../../shared/permissions.ts'
import { expectVerified } from '../model/engine.ts'
import { kestrelDesk } from './desk.ts'

const HEADER = { date: null, note: '', basis: [] }
const STANDARD = { package: null, code: 'C172S', quantity: 100, note: '', amount: null }

/** An invoice of an hour at the standard rate and one from a package, paid from the package, by check and by card. */
async function paidInvoice() {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  const lines = [STANDARD, { package: 'CP-1001', code: 'SIM', quantity: 50, note: '' }]
  const { ref } = await desk.ask('invoices.make', { ...HEADER, customer: 'C-001', lines }, session)
  const pay = (method: CallInput<'invoices.pay'>['method'], amount: number | null, payer = '') =>
    desk.ask('invoices.pay', { ...HEADER, ref, amount, method, failed: false, payer }, session)
  await pay('package', null)
  await pay('check', 10_000, 'C-002')
  await pay('card', 2_000)
  const correct = (money: 'back' | 'stays', quantity: number) => ({
    ...HEADER,
    ref,
    note: 'the meter was misread',
    money,
    lines: [{ ...STANDARD, quantity }, lines[1]!],
  })
  return { desk, session, ref, correct }
}

describe('an invoice that was paid and is corrected', () => {
  it('is paid again by the same tenders and payers, where the money stays', async () => {
    const { desk, session, ref, correct } = await paidInvoice()
    const preview = await desk.ask('invoices.correct.preview', correct('stays', 80), session)
    expect(preview.handedBack).toEqual([])
    expect(preview.amounts).toHaveLength(2)
    await desk.ask('invoices.correct', correct('stays', 80), session)
    const before = await desk.ask('invoices.get', { ref }, session)
    expect(before.status).toBe('void')
    const after = await desk.ask('invoices.get', { ref: before.correctedBy ?? '' }, session)
    expect(after.payments.map(({ tender, amount, payer }) => [tender, amount, payer?.number ?? null])).toEqual([
      ['package', after.lines[1]?.amount, null],
      ['check', 10_000, 'C-002'],
      ['card', 2_000, null],
    ])
    expect(after.due).toBe(after.total - (after.lines[1]?.amount ?? 0) - 12_000)
    await expectVerified(desk.application.database)
  })

  it('gives back what is more than the new invoice comes to, the last payment first', async () => {
    const { desk, session, ref, correct } = await paidInvoice()
    const preview = await desk.ask('invoices.correct.preview', correct('stays', 50), session)
    const total = preview.amounts[0] ?? 0
    expect(total).toBeGreaterThan(10_000)
    expect(total).toBeLessThan(12_000)
    expect(preview.handedBack).toEqual([{ tender: 'card', amount: 12_000 - total }])
    await desk.ask('invoices.correct', correct('stays', 50), session)
    const { correctedBy } = await desk.ask('invoices.get', { ref }, session)
    expect(await desk.ask('invoices.get', { ref: correctedBy ?? '' }, session)).toMatchObject({
      status: 'paid',
      due: 0,
    })
  })

  it('is open again where the money goes back, and says by which tender', async () => {
    const { desk, session, ref, correct } = await paidInvoice()
    const preview = await desk.ask('invoices.correct.preview', correct('back', 80), session)
    expect(preview.handedBack).toEqual([
      { tender: 'card', amount: 2_000 },
      { tender: 'check', amount: 10_000 },
    ])
    await desk.ask('invoices.correct', correct('back', 80), session)
    const { correctedBy } = await desk.ask('invoices.get', { ref }, session)
    expect(await desk.ask('invoices.get', { ref: correctedBy ?? '' }, session)).toMatchObject({
      status: 'open',
      payments: [],
    })
  })

  it('keeps the money on it only for somebody who may take payments', async () => {
    const { desk, session, correct } = await paidInvoice()
    const permissions: Permission[] = ['Access Billing Tab', 'Void Invoices', 'Create Invoices']
    await desk.ask('roles.set', { role: 'front_desk', permissions }, session)
    const desked = await desk.signInAs('front_desk')
    for (const call of ['invoices.correct.preview', 'invoices.correct'] as const)
      expect(await desk.send(call, correct('stays', 80), desked)).toMatchObject({
        ok: false,
        failure: { code: 'not_permitted' },
      })
    await desk.ask('invoices.correct', correct('back', 80), desked)
  })
})
