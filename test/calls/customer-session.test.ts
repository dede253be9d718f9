import { describe, expect, it } from 'vitest'
import { contract } from '../../electron/calls/contract.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { kestrelDesk, type Desk } from './desk.ts'

describe("a customer's session", () => {
  const files = { ...kestrelFiles(), 'users.csv': `${kestrelFiles()['users.csv'] ?? ''}student,Sam Student,customer\n` }

  async function studentDesk(): Promise<{ desk: Desk; session: string }> {
    const desk = await kestrelDesk(undefined, files)
    await desk.application.database.write(async (db) => {
      const { id } = await db
        .selectFrom('customers')
        .select('id')
        .where('number', '=', 'C-003')
        .executeTakeFirstOrThrow()
      await db.updateTable('users').set({ customer_id: id }).where('username', '=', 'student').execute()
    })
    return { desk, session: await desk.signInAs('customer') }
  }

  it('sees the own overview: hours always, account and transactions as permitted, package money only when permitted', async () => {
    const { desk, session } = await studentDesk()
    const own = await desk.ask('customers.overview', { number: 'C-003' }, session)
    expect(own.account).toBe(40_000)
    expect(own.packages[0]).toMatchObject({ ref: 'CP-1003', price: null, paid: null, owed: null, funds: null })
    expect(own.packages[0]?.lines[0]).toMatchObject({ code: 'C172S', remaining: 4_043, dollarsRemaining: null })
    await desk.application.database.write((db) =>
      db.insertInto('role_permissions').values({ role: 'customer', permission: 'View Package Funds' }).execute(),
    )
    const withMoney = await desk.ask('customers.overview', { number: 'C-003' }, session)
    expect(withMoney.packages[0]).toMatchObject({ price: 1_670_600, paid: 60_000, funds: 24_000 })
    await desk.application.database.write((db) =>
      db.deleteFrom('role_permissions').where('role', '=', 'customer').execute(),
    )
    const hoursOnly = await desk.ask('customers.overview', { number: 'C-003' }, session)
    expect(hoursOnly).toMatchObject({ account: null, invoices: null, accountHistory: null })
    expect(hoursOnly.packages[0]?.lines[0]?.remaining).toBe(4_043)
  })

  it('can call nothing beyond it', async () => {
    const { desk, session } = await studentDesk()
    expect(await desk.send('customers.overview', { number: 'C-001' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'not_permitted' },
    })
    const open = Object.entries(contract).filter(([, { access }]) => access === 'anyone' || access === 'signed_in')
    expect(
      // Those of the start on trouble work only where nobody can be signed in.
      open.map(([name]) => name).filter((name) => !/^(start|session|trouble)\./.test(name)),
    ).toEqual([
      'changes.since',
      // Says nothing to a customer.
      'changes.heard',
      // Of one's own commands.
      'commands.outcome',
      'commands.unanswered',
      'customers.mine',
      'customers.overview',
      'preferences.read',
      'preferences.setColorScheme',
      // Of these the own ones only: papers.test.ts.
      'statements.show',
      'statements.issue',
      'statements.file',
      'papers.invoice',
      'papers.receipt',
      'backups.standing',
      'help.diagnostics',
    ])
    expect(await desk.ask('changes.heard', {}, session)).toEqual({ heard: null })
    const before = await desk.ask('changes.since', { entry: null }, session)
    const staff = await desk.signInAs('front_desk')
    const pay = { package: 'CP-1001', amount: 1_000, method: 'cash' as const, failed: false }
    await desk.ask('packages.pay', { date: null, note: '', basis: [], ...pay }, staff)
    expect(await desk.ask('changes.since', { entry: 0 }, session)).toEqual({ ...before, packages: null })
    for (const [name, { access }] of Object.entries(contract)) {
      if (access === 'anyone' || access === 'signed_in') continue
      expect(await desk.send(name, {}, session), name).toMatchObject({ ok: false, failure: { code: 'not_permitted' } })
    }
  })

  it('of an instructor opens the own students only', async () => {
    const desk = await kestrelDesk()
    await desk.application.database.write(async (db) => {
      const customer = await db
        .selectFrom('customers')
        .select('id')
        .where('number', '=', 'C-002')
        .executeTakeFirstOrThrow()
      const user = await db.selectFrom('users').select('id').where('username', '=', 'cfi').executeTakeFirstOrThrow()
      await db.insertInto('dashboard_access').values({ customer_id: customer.id, user_id: user.id }).execute()
    })
    const session = await desk.signInAs('instructor')
    const own = await desk.ask('customers.overview', { number: 'C-002' }, session)
    expect(own.packages.map(({ ref, price }) => [ref, price])).toEqual([
      ['CP-1002', null],
      ['CP-1007', null],
    ])
    expect(await desk.send('customers.overview', { number: 'C-001' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'not_permitted' },
    })
  })
})
