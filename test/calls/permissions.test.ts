import { describe, expect, it } from 'vitest'
import { contract } from '../../electron/calls/contract.ts'
import type { CallName } from '../../shared/contract/index.ts'
import { ROLE_DEFAULTS, ROLES, type Role } from '../../shared/permissions.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const CALLS = Object.keys(contract) as CallName[]
const WITH_CUSTOMER = {
  ...kestrelFiles(),
  'users.csv': `${kestrelFiles()['users.csv'] ?? ''}student,Sam Student,customer\n`,
}

/** Whether access was refused; an input of the wrong form is refused only after it. */
async function accessRefused(desk: Desk, call: CallName, session: string | null): Promise<string> {
  const reply = await desk.send(call, null, session)
  if (reply.ok || reply.failure.code === 'invalid_input') return 'allowed'
  return reply.failure.code
}

function expected(call: CallName, role: Role | null): string {
  const { access } = contract[call]
  if (access === 'anyone') return 'allowed'
  if (role === null) return 'not_signed_in'
  if (access === 'signed_in') return 'allowed'
  const needed = typeof access === 'string' ? [access] : access
  return needed.every((permission) => ROLE_DEFAULTS[role].includes(permission)) ? 'allowed' : 'not_permitted'
}

describe('every call is refused unless the permission says otherwise', () => {
  it.each(ROLES)('%s', async (role) => {
    const desk = await kestrelDesk(undefined, WITH_CUSTOMER)
    for (const call of CALLS) {
      const session = await desk.signInAs(role)
      expect(await accessRefused(desk, call, session), call).toBe(expected(call, role))
    }
  })

  it.each([
    ['without a session', () => null],
    ['with a forged session', () => 'x'.repeat(43)],
  ])('%s', async (_, session) => {
    const desk = await kestrelDesk()
    for (const call of CALLS) expect(await accessRefused(desk, call, session()), call).toBe(expected(call, null))
  })

  it.each(ROLES)('with a session of %s that has expired, and with one whose role lost everything', async (role) => {
    const desk = await kestrelDesk(undefined, WITH_CUSTOMER)
    for (const call of CALLS) {
      const expired = await desk.signInAs(role)
      desk.later(15 * 60_000 + 1)
      expect(await accessRefused(desk, call, expired), call).toBe(expected(call, null))
    }
    const sessions = new Map<CallName, string>()
    for (const call of CALLS) sessions.set(call, await desk.signInAs(role))
    await desk.application.database.write((db) => db.deleteFrom('role_permissions').where('role', '=', role).execute())
    for (const [call, demoted] of sessions) {
      const { access } = contract[call]
      const left = access === 'anyone' || access === 'signed_in' ? 'allowed' : 'not_permitted'
      expect(await accessRefused(desk, call, demoted), call).toBe(left)
    }
  })

  it('with a session that has lain idle, that is older than a day at the desk, or that ended', async () => {
    const desk = await kestrelDesk()
    const idle = await desk.signInAs('administrator')
    desk.later(15 * 60_000 + 1)
    expect(await accessRefused(desk, 'packages.list', idle)).toBe('not_signed_in')
    const old = await desk.signInAs('administrator')
    for (let minutes = 0; minutes < 12 * 60; minutes += 15) {
      expect(await accessRefused(desk, 'packages.list', old)).toBe('allowed')
      desk.later(15 * 60_000)
    }
    desk.later(60_000)
    expect(await accessRefused(desk, 'packages.list', old)).toBe('not_signed_in')
    const ended = await desk.signInAs('administrator')
    await desk.ask('session.signOut', {}, ended)
    expect(await accessRefused(desk, 'packages.list', ended)).toBe('not_signed_in')
  })

  it('after a permission was taken away or a user deactivated, at once', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    expect(await accessRefused(desk, 'packages.list', session)).toBe('allowed')
    await desk.application.database.write((db) =>
      db
        .deleteFrom('role_permissions')
        .where('role', '=', 'billing')
        .where('permission', '=', 'Access Billing Tab')
        .execute(),
    )
    expect(await accessRefused(desk, 'packages.list', session)).toBe('not_permitted')
    await desk.application.database.write((db) =>
      db.updateTable('users').set({ active: 0 }).where('username', '=', 'billing').execute(),
    )
    expect(await accessRefused(desk, 'packages.list', session)).toBe('not_signed_in')
  })

  it('refusals for want of a permission are in the audit list', async () => {
    const desk = await kestrelDesk()
    await desk.send('packages.list', {}, await desk.signInAs('instructor'))
    await desk.application.settled()
    const rows = await desk.application.database.read((db) =>
      db.selectFrom('audit_list').select(['username', 'event', 'detail']).execute(),
    )
    expect(rows).toContainEqual({ username: 'cfi', event: 'call refused', detail: 'packages.list' })
  })
})

describe('an input that is not in the form of the contract', () => {
  it.each([
    ['a missing field', {}, 'username', 'This is missing: fill it in.'],
    ['another kind of value', { username: 5, password: '' }, 'username', 'This must be a text.'],
    [
      'too long a text',
      { username: 'x', password: 'x'.repeat(1001) },
      'password',
      'This is too long: 1000 characters at most.',
    ],
    ['what the contract has words for', { username: '', password: '' }, 'username', 'Write your username.'],
  ])('%s is refused at its field, in plain words', async (_, input, field, message) => {
    const desk = await kestrelDesk()
    const reply = await desk.send('session.signIn', input)
    expect(reply).toEqual({ ok: false, failure: { code: 'invalid_input', field, message } })
  })

  it('one of a list is refused with the list', async () => {
    const desk = await kestrelDesk()
    expect(await desk.send('session.signInAs', { role: 'owner' })).toMatchObject({
      failure: { field: 'role', message: `This must be one of: ${ROLES.join(', ')}.` },
    })
  })
})

describe('what is not in the contract does not exist', () => {
  it.each(['packages.delete', 'constructor', '__proto__', ''])('%j', async (call) => {
    const desk = await kestrelDesk()
    expect(await desk.send(call, {}, await desk.signInAs('administrator'))).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
  })

  it.each([
    null,
    1,
    'x',
    [],
    { call: 'start.state' },
    { call: 1, input: {}, session: null, commandId: null, attended: true },
  ])('an envelope like %j', async (envelope) => {
    const desk = await kestrelDesk()
    expect(await desk.application.dispatch(envelope)).toMatchObject({ ok: false, failure: { code: 'invalid_input' } })
  })

  it('an input of the wrong form names its field', async () => {
    const desk = await kestrelDesk()
    const reply = await desk.send(
      'packages.balance',
      { ref: 'CP-1001', asOf: '2026-02-30' },
      await desk.signInAs('administrator'),
    )
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input', field: 'asOf' } })
  })
})
