import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

describe('the policies of the school', () => {
  it('are kept, and decide what a leaver gets back', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const before = await desk.ask('packages.withdrawal', { ref: 'CP-1001' }, session)
    expect(before.refund).toBe(459_087)
    const policies = await desk.ask('policies.get', {}, session)
    const changed = {
      ...policies,
      details: { ...policies.details, name: 'Kestrel Aviation', fundsBelowZero: false },
      withdrawal: { repriceUsedHours: false, fee: { kind: 'fixed' as const, amount: 10_000 } },
      runningLow: { hours: 1_000, days: 7 },
    }
    expect(await desk.ask('policies.set', changed, session)).toEqual(changed)
    expect(await desk.ask('policies.get', {}, session)).toEqual(changed)
    const after = await desk.ask('packages.withdrawal', { ref: 'CP-1001' }, session)
    expect(after.refund).toBe(449_087)
    const refund = { ref: 'CP-1001', amount: after.refund, method: 'check' as const, failed: false }
    const basis = [{ of: 'package' as const, ref: 'CP-1001', entry: after.lastEntry }]
    await desk.ask('packages.refund', { ...refund, date: null, note: 'withdrawal', basis }, session)
    expect((await desk.ask('packages.balance', { ref: 'CP-1001', asOf: null }, session)).funds).toBe(10_000)
  })

  it.each([
    ['details.timeZone', { timeZone: 'Mars/Olympus' }],
    ['details.locale', { locale: 'not a locale' }],
    ['details.name', { name: ' ' }],
  ])('that cannot be are refused at %s, and nothing is changed', async (field, wrong) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const policies = await desk.ask('policies.get', {}, session)
    const reply = await desk.send('policies.set', { ...policies, details: { ...policies.details, ...wrong } }, session)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input', field } })
    expect(await desk.ask('policies.get', {}, session)).toEqual(policies)
  })
})
