import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

/** On a server it depends on what the desk hears. */
const onServer = process.env['BLOCKTIME_TEST_ENGINE'] === 'postgres'
const ASKED = onServer
  ? { askAgain: expect.any(Number) as number, isTold: expect.any(Boolean) as boolean, isCopy: false }
  : { askAgain: 2_000, isTold: false, isCopy: false }
const HEADER = { date: null, note: '', basis: [] }

describe('a form built on an old balance', () => {
  it('is refused, and done again with the new numbers', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const lastEntry = async () => {
      const { packages } = await desk.ask('customers.overview', { number: 'C-001' }, session)
      return packages[0]?.lastEntry ?? 0
    }
    const seen = await lastEntry()
    const pay = { ...HEADER, package: 'CP-1001', amount: 1_000, method: 'cash' as const, failed: false }
    await desk.ask('packages.pay', { ...pay, basis: [{ ref: 'CP-1001', entry: seen }] }, session)
    const again = await desk.send('packages.pay', { ...pay, basis: [{ ref: 'CP-1001', entry: seen }] }, session)
    expect(again).toMatchObject({ ok: false, failure: { code: 'stale' } })
    await desk.ask('packages.pay', { ...pay, basis: [{ ref: 'CP-1001', entry: await lastEntry() }] }, session)
  })
})

describe('a form about an invoice or an account', () => {
  it('is refused once somebody else has changed the invoice, or a package on it', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const lines = [{ package: 'CP-1001', code: 'SIM', quantity: 10, note: '' }]
    const { ref } = await desk.ask('invoices.make', { ...HEADER, customer: 'C-001', lines }, session)
    const seen = (await desk.ask('invoices.get', { ref }, session)).basis
    expect(seen.map(({ of }) => of)).toEqual(['invoice', 'package'])
    const pay = { ...HEADER, ref, amount: 100, method: 'card' as const, failed: false }
    await desk.ask('invoices.pay', { ...pay, basis: seen }, session)
    for (const [call, input] of [
      ['invoices.pay', pay],
      ['invoices.void', { ...HEADER, ref, note: 'a reason' }],
      ['invoices.correct', { ...HEADER, ref, note: 'a reason', lines }],
    ] as const) {
      const reply = await desk.send(call, { ...input, basis: seen }, session)
      expect(reply, call).toMatchObject({
        ok: false,
        failure: { code: 'stale', message: expect.stringContaining(ref) },
      })
    }
    await desk.ask('invoices.pay', { ...pay, basis: (await desk.ask('invoices.get', { ref }, session)).basis }, session)
  })

  it('is refused once somebody else has moved the account', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const deposit = { ...HEADER, customer: 'C-001', amount: 100, method: 'cash' as const, failed: false }
    const { accountEntry } = await desk.ask('customers.overview', { number: 'C-001' }, session)
    const basis = [{ of: 'account' as const, ref: 'C-001', entry: accountEntry ?? 0 }]
    await desk.ask('accounts.deposit', { ...deposit, basis }, session)
    expect(await desk.send('accounts.withdraw', { ...deposit, basis }, session)).toMatchObject({
      ok: false,
      failure: { code: 'stale' },
    })
  })
})

describe('the preview of a correction', () => {
  it('is what the correction then does: void and replacement in one', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const made = await desk.ask(
      'invoices.make',
      { ...HEADER, customer: 'C-001', lines: [{ package: 'CP-1001', code: 'SIM', quantity: 50, note: '' }] },
      session,
    )
    const correction = {
      ...HEADER,
      ref: made.ref,
      note: 'wrong hours',
      lines: [{ package: 'CP-1001', code: 'SIM', quantity: 30, note: '' }],
    }
    const sim = async () =>
      (await desk.ask('packages.balance', { ref: 'CP-1001', asOf: null }, session)).lines.find(
        ({ code }) => code === 'SIM',
      )
    const before = await sim()
    const preview = await desk.ask('invoices.correct.preview', correction, session)
    expect(await sim()).toEqual(before)
    await desk.ask('invoices.correct', correction, session)
    const after = await sim()
    expect([before?.pending, after?.pending]).toEqual([50, 30])
    expect(preview.changes.find(({ label }) => label === 'SIM pending')).toMatchObject({ before: 50, after: 30 })
  })
})

describe('a window asks what changed', () => {
  it('and gets the rows of the Packages tab that others changed, where it may see them', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { entry } = await desk.ask('changes.since', { entry: null }, session)
    expect(await desk.ask('changes.since', { entry }, session)).toEqual({
      entry,
      packages: [],
      clockBehind: 0,
      ...ASKED,
    })
    const pay = { ...HEADER, package: 'CP-1001', amount: 1_000, method: 'cash' as const, failed: false }
    await desk.ask('packages.pay', pay, session)
    const changes = await desk.ask('changes.since', { entry }, session)
    const { rows } = await desk.ask(
      'packages.list',
      { search: 'C-001', status: null, sort: 'customer', direction: 'ascending', after: null, limit: 50 },
      session,
    )
    expect(changes).toEqual({
      entry: entry + 1,
      packages: rows.filter(({ ref }) => ref === 'CP-1001'),
      clockBehind: 0,
      ...ASKED,
    })
    const instructor = await desk.signInAs('instructor')
    expect(await desk.ask('changes.since', { entry }, instructor)).toEqual({
      entry: entry + 1,
      packages: null,
      clockBehind: 0,
      ...ASKED,
    })
  })
})
