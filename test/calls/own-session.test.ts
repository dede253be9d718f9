import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

const PASSWORD = 'a long password'

/** The example school with a user of the front desk who has a password and is signed in. */
async function atTheDesk() {
  const desk = await kestrelDesk()
  const administrator = await desk.signInAs('administrator')
  await desk.ask('users.setPassword', { username: 'desk', password: PASSWORD }, administrator)
  const signIn = async (password = PASSWORD) => (await desk.ask('session.signIn', { username: 'desk', password })).token
  const stillIn = async (token: string) => (await desk.send('session.current', {}, token)).ok
  return { desk, administrator, signIn, stillIn }
}

describe('everybody changes the own password', () => {
  it('and goes on, while the other sessions of that user end', async () => {
    const { desk, signIn, stillIn } = await atTheDesk()
    const [here, elsewhere] = [await signIn(), await signIn()]
    const change = { presentPassword: PASSWORD, password: 'another long one' }
    expect(await desk.send('session.changePassword', change, here)).toMatchObject({ ok: true })
    expect([await stillIn(here), await stillIn(elsewhere)]).toEqual([true, false])
    expect(await desk.send('session.signIn', { username: 'desk', password: PASSWORD })).toMatchObject({ ok: false })
    expect(await stillIn(await signIn('another long one'))).toBe(true)
  }, 120_000)

  it('only with the present one, and wrong ones count like those at the sign-in', async () => {
    const { desk, signIn } = await atTheDesk()
    const here = await signIn()
    const wrong = { presentPassword: 'not it', password: 'another long one' }
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(await desk.send('session.changePassword', wrong, here)).toMatchObject({
        failure: { code: 'wrong_credentials', field: 'presentPassword' },
      })
    }
    expect(await desk.send('session.changePassword', wrong, here)).toMatchObject({ failure: { code: 'locked_out' } })
  }, 120_000)
})

describe('the sessions of a user end', () => {
  const user = { username: 'desk', name: 'Front Desk', customer: null, students: [] }

  it.each([
    ['with a new password', 'users.setPassword', { username: 'desk', password: 'set by another' }],
    ['with another role', 'users.edit', { ...user, role: 'billing', active: true }],
    ['with a deactivation', 'users.edit', { ...user, role: 'front_desk', active: false }],
  ])(
    '%s',
    async (_, call, input) => {
      const { desk, administrator, signIn, stillIn } = await atTheDesk()
      const token = await signIn()
      expect(await stillIn(token)).toBe(true)
      expect(await desk.send(call, input, administrator)).toMatchObject({ ok: true })
      expect(await stillIn(token)).toBe(false)
      expect(await stillIn(administrator)).toBe(true)
    },
    20_000,
  )
})

describe('a PIN', () => {
  async function withPin() {
    const at = await atTheDesk()
    const token = await at.signIn()
    const set = await at.desk.ask('session.setPin', { presentPassword: PASSWORD, pin: '4711' }, token)
    expect(set.hasPin).toBe(true)
    return { ...at, token }
  }

  it('brings staff back to a desk that was locked, or that locked itself', async () => {
    const { desk, token, stillIn } = await withPin()
    expect(await desk.ask('session.lock', {}, token)).toEqual({ pin: true })
    expect(await stillIn(token)).toBe(false)
    expect(await desk.send('session.return', { pin: '4711' }, token)).toMatchObject({ value: { username: 'desk' } })
    expect(await stillIn(token)).toBe(true)
    desk.later(16 * 60_000)
    expect(await stillIn(token)).toBe(false)
    expect(await desk.send('session.return', { pin: '4711' }, token)).toMatchObject({ ok: true })
    expect(await stillIn(token)).toBe(true)
  }, 120_000)

  it('is good for three attempts; then, and after 12 hours, the password is needed', async () => {
    const { desk, token, signIn } = await withPin()
    await desk.ask('session.lock', {}, token)
    const codes: string[] = []
    for (const pin of ['0000', '0001', '0002', '4711']) {
      const reply = await desk.send('session.return', { pin }, token)
      codes.push(reply.ok ? 'in' : reply.failure.code)
    }
    expect(codes).toEqual(['wrong_credentials', 'wrong_credentials', 'not_signed_in', 'not_signed_in'])
    const next = await signIn()
    await desk.ask('session.lock', {}, next)
    desk.later(12 * 60 * 60_000 + 1)
    expect(await desk.send('session.return', { pin: '4711' }, next)).toMatchObject({ ok: false })
  }, 120_000)

  it('opens nothing for who was deactivated, without the token, or where no desk is locked', async () => {
    const { desk, token, administrator } = await withPin()
    const back = (session: string | null) => desk.send('session.return', { pin: '4711' }, session)
    expect(await back(token)).toMatchObject({ failure: { code: 'not_signed_in' } })
    await desk.ask('session.lock', {}, token)
    expect(await back(null)).toMatchObject({ failure: { code: 'not_signed_in' } })
    expect(await back('x'.repeat(43))).toMatchObject({ failure: { code: 'not_signed_in' } })
    const words = { name: 'Front Desk', role: 'front_desk' as const, customer: null, students: [] as string[] }
    await desk.ask('users.edit', { username: 'desk', active: false, ...words }, administrator)
    expect(await back(token)).toMatchObject({ failure: { code: 'not_signed_in' } })
  }, 120_000)

  it('without one locking the desk is signing out', async () => {
    const { desk, signIn } = await atTheDesk()
    const token = await signIn()
    expect(await desk.ask('session.lock', {}, token)).toEqual({ pin: false })
    expect(await desk.send('session.return', { pin: '4711' }, token)).toMatchObject({ ok: false })
  })

  it('stands in no table as it is, nor among the commands', async () => {
    const { desk } = await withPin()
    const rows = await desk.application.database.read(async (db) => [
      await db.selectFrom('pins').selectAll().execute(),
      await db.selectFrom('commands').selectAll().execute(),
      await db.selectFrom('audit_list').selectAll().execute(),
    ])
    expect(JSON.stringify(rows)).not.toContain('4711')
  }, 120_000)
})

describe('staff who are customers, too', () => {
  it('keep what staff may see, of the own overview and of others, and the changes of the Packages tab', async () => {
    const { desk, administrator, signIn } = await atTheDesk()
    const words = { name: 'Front Desk', role: 'front_desk' as const, students: [] as string[] }
    await desk.ask('users.edit', { username: 'desk', active: true, ...words, customer: 'C-001' }, administrator)
    const token = await signIn()
    for (const number of ['C-001', 'C-002']) {
      const overview = await desk.ask('customers.overview', { number }, token)
      expect(overview.account, number).not.toBeNull()
    }
    expect((await desk.ask('changes.since', { entry: 0 }, token)).packages).not.toBeNull()
    expect((await desk.ask('customers.mine', {}, token)).rows.map(({ number }) => number)).toEqual(['C-001'])
  }, 120_000)
})
