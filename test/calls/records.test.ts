import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

describe('what a school knows has a history', () => {
  it('of a customer: what it was and became, who and when', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const { name, email, phone, address } = await desk
      .ask('customers.list', { search: 'C-001', active: null, after: null, limit: 1 }, session)
      .then(({ rows }) => rows[0]!)
    desk.later(60_000)
    const renamed = { number: 'C-001', name: 'Renamed', email, phone, address, active: true }
    await desk.ask('customers.edit', renamed, session)
    const { changes } = await desk.ask('customers.records', { number: 'C-001' }, session)
    expect(changes.map(({ how, by, file }) => [how, by, file])).toEqual([
      ['changed', expect.any(String), null],
      ['made', null, 'customers.csv'],
    ])
    expect(changes[0]?.fields).toEqual([{ label: 'Name', before: name, after: 'Renamed' }])
    expect(changes[1]?.fields).toContainEqual({ label: 'Name', before: null, after: name })
  })

  it('of a package, a user, a code and the school', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await desk.ask('offers.setActive', { code: 'PPL', active: false }, session)
    const offer = await desk.ask('offers.records', { code: 'PPL' }, session)
    expect(offer.changes[0]?.fields).toEqual([{ label: 'Active', before: 'yes', after: 'no' }])
    expect(offer.changes.flatMap(({ fields }) => fields.map(({ label }) => label))).toContain('Line DUAL')
    const students = { username: 'cfi', role: 'instructor', active: true, customer: null } as const
    await desk.ask('users.edit', { ...students, name: 'Casey', students: ['C-001', 'C-002'] }, session)
    await desk.ask('users.edit', { ...students, name: 'Casey', students: [] }, session)
    const user = await desk.ask('users.records', { username: 'cfi' }, session)
    expect(user.changes[0]?.fields).toEqual([{ label: 'Students', before: expect.any(String), after: null }])
    const code = await desk.ask('catalogue.records', { code: 'DUAL' }, session)
    expect(code.changes).toHaveLength(1)
    const school = await desk.ask('school.records', {}, session)
    expect(school.changes.at(-1)?.fields).toContainEqual({ label: 'Currency', before: null, after: 'USD' })
  })

  it('and only for whom it concerns', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('instructor')
    expect(await desk.send('customers.records', { number: 'C-001' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'not_permitted' },
    })
  })
})
