import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

/** One grey point. */
const JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='

describe('the policies of the school', () => {
  it('are kept, and decide what a leaver gets back', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const before = await desk.ask('packages.withdrawal', { ref: 'CP-1001' }, session)
    expect(before.refund).toBe(459_087)
    const policies = await desk.ask('policies.get', {}, session)
    const changed = {
      ...policies,
      details: { ...policies.details, name: 'Kestrel Aviation', fundsBelowZero: false, cashStep: 5 },
      withdrawal: { repriceUsedHours: false, fee: { kind: 'fixed' as const, amount: 10_000 } },
      runningLow: { hours: 1_000, days: 7 },
    }
    expect(await desk.ask('policies.set', changed, session)).toEqual(changed)
    expect(await desk.ask('policies.get', {}, session)).toEqual(changed)
    // A window knows at once what the drawer takes.
    expect((await desk.ask('start.state', {})).school).toMatchObject({ cashStep: 5 })
    const { changes } = await desk.ask('school.records', {}, session)
    expect(changes.flatMap(({ fields }) => fields)).toContainEqual({
      label: 'Cash rounded to',
      before: 'not rounded',
      after: '$0.05',
    })
    const policy = (fee: string) => `used hours count at the package’s rates, ${fee}`
    const words = changes.flatMap(({ fields }) => fields.map(({ label, after }) => `${label}: ${after}`))
    expect(words).toContain(`Withdrawal policy: ${policy('a fee of $100.00')}`)
    expect(words).toContain('Running low: less than 10.00 hours left, or 7 days at the student’s pace')
    const percent = { kind: 'percent' as const, percent: 1_250, cap: 20_000 }
    await desk.ask('policies.set', { ...changed, withdrawal: { repriceUsedHours: false, fee: percent } }, session)
    const [latest] = (await desk.ask('school.records', {}, session)).changes
    expect(latest?.fields).toEqual([
      {
        label: 'Withdrawal policy',
        before: policy('a fee of $100.00'),
        after: policy('a fee of 12.5 % of what is unused, at most $200.00'),
      },
    ])
    await desk.ask('policies.set', changed, session)
    const after = await desk.ask('packages.withdrawal', { ref: 'CP-1001' }, session)
    expect(after.refund).toBe(449_087)
    const refund = { package: 'CP-1001', amount: after.refund, method: 'check' as const, failed: false }
    const basis = [{ of: 'package' as const, ref: 'CP-1001', entry: after.lastEntry }]
    await desk.ask('packages.refund', { ...refund, date: null, note: 'withdrawal', basis }, session)
    expect((await desk.ask('packages.balance', { ref: 'CP-1001', asOf: null }, session)).funds).toBe(10_000)
  })

  it.each([
    ['details.timeZone', { timeZone: 'Mars/Olympus' }],
    ['details.locale', { locale: 'not a locale' }],
    ['details.name', { name: ' ' }],
    ['details.cashStep', { cashStep: -5 }],
  ])('that cannot be are refused at %s, and nothing is changed', async (field, wrong) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const policies = await desk.ask('policies.get', {}, session)
    const reply = await desk.send('policies.set', { ...policies, details: { ...policies.details, ...wrong } }, session)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input', field } })
    expect(await desk.ask('policies.get', {}, session)).toEqual(policies)
  })

  it('hold the logo that statements carry; what cannot be printed is refused and changes nothing', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const choice = { about: { of: 'package' as const, ref: 'CP-1001' }, asOf: null, from: null, inWords: false }
    const { number } = await desk.ask('statements.issue', choice, session)
    const pdf = async () => {
      const { content } = await desk.ask('statements.file', { number: number ?? '', form: 'pdf' }, session)
      return Buffer.from(content, 'base64').toString('latin1')
    }
    expect(await pdf()).not.toContain('/DCTDecode')
    await desk.ask('school.setLogo', { logo: { content: JPEG } }, session)
    expect(await pdf()).toContain('/DCTDecode')
    for (const content of [Buffer.from('GIF89a'), Buffer.from([0xff, 0xd8, 0xff, 0]), Buffer.alloc(0)]) {
      const reply = await desk.send('school.setLogo', { logo: { content: content.toString('base64') } }, session)
      expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input', field: 'logo' } })
    }
    expect(await desk.ask('school.logo', {}, session)).toEqual({ logo: { content: JPEG } })
    await desk.ask('school.setLogo', { logo: null }, session)
    expect(await pdf()).not.toContain('/DCTDecode')
  })
})
