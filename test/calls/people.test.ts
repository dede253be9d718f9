import { describe, expect, it } from 'vitest'
import { PERMISSIONS } from '../../shared/permissions.ts'
import { kestrelDesk } from './desk.ts'

const STAFF = { customer: null, students: [] }

async function administrator() {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  await desk.ask('users.setPassword', { username: 'admin', password: 'long enough' }, session)
  return { desk, session }
}

describe('an administrator', () => {
  it('leaves no trace of a password among the commands', async () => {
    const { desk } = await administrator()
    const rows = await desk.application.database.read((db) => db.selectFrom('commands').selectAll().execute())
    expect(rows.map(({ call, answer }) => ({ call, answer }))).toEqual([{ call: 'users.setPassword', answer: '{}' }])
    expect(JSON.stringify(rows)).not.toContain('long enough')
  })

  it('makes users, sets their passwords, and they can sign in', async () => {
    const { desk, session } = await administrator()
    const made = await desk.ask(
      'users.create',
      { username: 'kim', name: 'Kim Lee', role: 'front_desk', ...STAFF },
      session,
    )
    expect(made).toMatchObject({ username: 'kim', hasPassword: false, active: true })
    expect(await desk.send('session.signIn', { username: 'kim', password: 'kims password' })).toMatchObject({
      ok: false,
    })
    await desk.ask('users.setPassword', { username: 'kim', password: 'kims password' }, session)
    expect(await desk.send('session.signIn', { username: 'kim', password: 'kims password' })).toMatchObject({
      ok: true,
    })
    const twice = await desk.send(
      'users.create',
      { username: 'kim', name: 'Other', role: 'billing', ...STAFF },
      session,
    )
    expect(twice).toMatchObject({ ok: false, failure: { code: 'already_exists', field: 'username' } })
  })

  it('gives an instructor the own students, and takes them away', async () => {
    const { desk, session } = await administrator()
    const cfi = { username: 'cfi', name: 'Dana Iwu', role: 'instructor' as const, active: true, customer: null }
    expect(await desk.ask('users.edit', { ...cfi, students: ['C-001', 'C-002'] }, session)).toMatchObject({
      students: ['C-001', 'C-002'],
    })
    const instructor = await desk.signInAs('instructor')
    expect(await desk.send('customers.overview', { number: 'C-001' }, instructor)).toMatchObject({ ok: true })
    await desk.ask('users.edit', { ...cfi, students: [] }, session)
    expect(await desk.send('customers.overview', { number: 'C-001' }, instructor)).toMatchObject({ ok: false })
    const unknown = await desk.send('users.edit', { ...cfi, students: ['C-999'] }, session)
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'not_found', field: 'students' } })
  })

  it('changes what a role may do, at once', async () => {
    const { desk, session } = await administrator()
    const billing = await desk.signInAs('billing')
    await desk.ask('roles.set', { role: 'billing', permissions: ['View All Student Enrollments'] }, session)
    const list = { search: '', status: null, sort: 'customer', direction: 'ascending', after: null, limit: 10 }
    expect(await desk.send('packages.list', list, billing)).toMatchObject({
      ok: false,
      failure: { code: 'not_permitted' },
    })
    const { roles } = await desk.ask('roles.list', {}, session)
    expect(roles.find(({ role }) => role === 'billing')?.permissions).toEqual(['View All Student Enrollments'])
  })

  it('cannot be lost as the last one: not by role, deactivation or permissions', async () => {
    const { desk, session } = await administrator()
    const admin = { username: 'admin', name: 'Morgan Reyes', ...STAFF }
    const attempts = [
      await desk.send('users.edit', { ...admin, role: 'billing', active: true }, session),
      await desk.send('users.edit', { ...admin, role: 'administrator', active: false }, session),
      await desk.send(
        'roles.set',
        { role: 'administrator', permissions: PERMISSIONS.filter((name) => name !== 'Manage Users') },
        session,
      ),
    ]
    for (const attempt of attempts) expect(attempt).toMatchObject({ ok: false, failure: { code: 'wrong_state' } })
    const { users } = await desk.ask('users.list', {}, session)
    expect(users.find(({ username }) => username === 'admin')).toMatchObject({ role: 'administrator', active: true })
  })
})
