import { describe, expect, it, onTestFinished } from 'vitest'
import { openApplication } from '../../electron/calls/application.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { kestrelDesk } from './desk.ts'

describe('the set-up of a school', () => {
  it('counts what is there: who was merged is no customer, customers who sign in are no staff', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const there = await desk.ask('school.setUp', {}, session)
    expect(there).toMatchObject({ hasAddress: true, hourTypes: 6, items: 5, packages: 4, broughtOver: 0 })
    expect(there.usersWithoutPassword).toBe(there.users)
    const header = { date: null, note: 'the same person', basis: [] }
    await desk.ask('customers.merge', { ...header, customer: 'C-005', to: 'C-006' }, session)
    expect((await desk.ask('school.setUp', {}, session)).customers).toBe(there.customers - 1)
  })

  it('a backup can be looked at where there is no school yet, and no more once there is one', async () => {
    const application = await openApplication({ dataFolder: temporaryFolder() })
    onTestFinished(() => application.close())
    const copies = () =>
      application.dispatch({
        call: 'trouble.copies',
        input: { folder: null },
        session: null,
        commandId: null,
        attended: true,
      })
    expect(await copies()).toMatchObject({ ok: true, value: { copies: [] } })
    const desk = await kestrelDesk()
    for (const [call, input] of [
      ['trouble.copies', { folder: null }],
      ['trouble.look', { file: '/nowhere' }],
      ['trouble.restore', { file: '/nowhere', password: null }],
    ] as const)
      expect(await desk.send(call, input), call).toMatchObject({ ok: false, failure: { code: 'wrong_state' } })
  })
})
