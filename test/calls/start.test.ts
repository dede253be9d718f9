import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallReply } from '../../shared/contract/call.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { importFiles, temporaryFolder } from '../temporary-school.ts'

const ADMINISTRATOR = { username: 'morgan', name: 'Morgan Reyes', password: 'long enough' }
const SCHOOL = {
  name: 'My School',
  currency: 'USD',
  timeZone: 'America/Denver',
  locale: 'en-US',
  address: '',
  administrator: ADMINISTRATOR,
}

async function start() {
  let instant = Date.parse('2026-02-01T12:00:00Z')
  const application = await openApplication({ dataFolder: temporaryFolder(), clock: () => new Date(instant) })
  onTestFinished(() => application.close())
  let commands = 0
  return {
    application,
    send: (call: string, input: unknown, session: string | null = null): Promise<CallReply> =>
      application.dispatch({
        call,
        input,
        session,
        commandId: `start-command-${(commands += 1)}`,
        attended: true,
      }),
    later: (milliseconds: number) => {
      instant += milliseconds
    },
  }
}

describe('the first start', () => {
  it('asks for a school, creates it with its administrator, who then signs in', async () => {
    const { send } = await start()
    expect(await send('start.state', {})).toMatchObject({ value: { phase: 'first_start', school: null } })
    const created = await send('start.createSchool', SCHOOL)
    expect(created).toMatchObject({ ok: true, value: { phase: 'sign_in', school: { name: 'My School' } } })
    expect(await send('start.state', {})).toMatchObject({
      value: { phase: 'sign_in', school: { name: 'My School', minorDigits: 2, today: '2026-02-01' } },
    })
    expect(await send('session.signIn', { username: 'morgan', password: 'long enough' })).toMatchObject({
      value: { user: { username: 'morgan', role: 'administrator' } },
    })
    expect(await send('start.createSchool', SCHOOL)).toMatchObject({ ok: false, failure: { code: 'not_empty' } })
    expect(await send('start.openDemonstration', {})).toMatchObject({ ok: false, failure: { code: 'not_empty' } })
  })

  it.each([
    ['currency', 'ZZZ'],
    ['timeZone', 'Mars/Olympus'],
    ['locale', '!!'],
    ['name', ' '],
  ])('refuses a wrong %s at its field, and keeps the folder empty', async (field, value) => {
    const { send } = await start()
    expect(await send('start.createSchool', { ...SCHOOL, [field]: value })).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field },
    })
    expect(await send('start.state', {})).toMatchObject({ value: { phase: 'first_start' } })
  })

  it('refuses a short password', async () => {
    const { send } = await start()
    const reply = await send('start.createSchool', {
      ...SCHOOL,
      administrator: { ...ADMINISTRATOR, password: 'short' },
    })
    expect(reply).toMatchObject({ ok: false, failure: { field: 'administrator.password' } })
  })

  it('of a school that came in by import asks for an administrator once', async () => {
    const { application, send } = await start()
    await importFiles(application.database, kestrelFiles())
    expect(await send('start.state', {})).toMatchObject({
      value: { phase: 'administrator_needed', administrators: [{ username: 'admin' }] },
    })
    // A username of the front desk stays the front desk's.
    expect(await send('start.setAdministrator', { ...ADMINISTRATOR, username: 'desk' })).toMatchObject({
      failure: { code: 'already_exists', field: 'username', message: expect.stringContaining('Front Desk') },
    })
    expect(await send('start.setAdministrator', { ...ADMINISTRATOR, username: 'admin' })).toMatchObject({ ok: true })
    expect(await send('start.setAdministrator', ADMINISTRATOR)).toMatchObject({
      ok: false,
      failure: { code: 'wrong_state' },
    })
    expect(await send('session.signIn', { username: 'admin', password: 'long enough' })).toMatchObject({ ok: true })
  })
})

describe('signing in', () => {
  it('does not tell whether a name exists, and locks it for longer and longer after five failures', async () => {
    const { send, later } = await start()
    await send('start.createSchool', SCHOOL)
    const wrong = { username: 'morgan', password: 'wrong' }
    const unknown = await send('session.signIn', { username: 'nobody', password: 'wrong' })
    const first = await send('session.signIn', wrong)
    expect(first).toEqual(unknown)
    for (let attempt = 2; attempt <= 5; attempt++) await send('session.signIn', wrong)
    const right = { username: 'morgan', password: 'long enough' }
    expect(await send('session.signIn', right)).toMatchObject({ ok: false, failure: { code: 'locked_out' } })
    later(31_000)
    expect(await send('session.signIn', wrong)).toMatchObject({ failure: { code: 'wrong_credentials' } })
    later(31_000)
    expect(await send('session.signIn', right)).toMatchObject({ ok: false, failure: { code: 'locked_out' } })
    later(30_000)
    expect(await send('session.signIn', right)).toMatchObject({ ok: true })
  }, 60_000)

  it('users who came in by import have no password and cannot', async () => {
    const { application, send } = await start()
    await importFiles(application.database, kestrelFiles())
    for (const password of ['', 'null', 'desk']) {
      expect(await send('session.signIn', { username: 'desk', password })).toMatchObject({
        ok: false,
        failure: { code: 'wrong_credentials' },
      })
    }
  })

  it('without a password is for demonstration schools only', async () => {
    const { application, send } = await start()
    await importFiles(application.database, kestrelFiles())
    expect(await send('session.signInAs', { role: 'administrator' })).toMatchObject({
      ok: false,
      failure: { code: 'not_permitted' },
    })
  })

  it('into a demonstration is in the audit list, too', async () => {
    const { application, send } = await start()
    await send('start.openDemonstration', {})
    await send('session.signInAs', { role: 'billing' })
    await application.settled()
    const rows = await application.database.read((db) => db.selectFrom('audit_list').selectAll().execute())
    expect(rows).toMatchObject([{ username: 'billing', event: 'signed in' }])
  })

  it('is in the audit list, whether it went well or not; passwords are in no table', async () => {
    const { application, send } = await start()
    await send('start.createSchool', SCHOOL)
    await send('session.signIn', { username: 'morgan', password: 'wrong password' })
    await application.settled()
    const tables = await application.database.read(async (db) => ({
      audit: await db.selectFrom('audit_list').select('event').execute(),
      users: await db.selectFrom('users').selectAll().execute(),
    }))
    expect(tables.audit.map(({ event }) => event)).toEqual(['password set', 'sign-in refused'])
    expect(JSON.stringify(tables)).not.toMatch(/long enough|wrong password/)
  })
})
