import { describe, expect, it } from 'vitest'
import type { CallInput, CallName } from '../../shared/contract/index.ts'
import { contract } from '../../shared/contract/index.ts'
import type { BalanceChange } from '../../shared/contract/action-values.ts'
import { exportCsv } from '../../electron/school/export-csv.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances, engineHistory, expectVerified } from '../model/engine.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const HEADER = { date: null, note: '', basis: [] }

type Action = Extract<CallName, `${string}.preview`> extends `${infer Name}.preview` ? Name : never

/** What an overview shows under the label that a preview uses. */
async function shown(desk: Desk, session: string, customer: string, change: BalanceChange): Promise<number> {
  const overview = await desk.ask('customers.overview', { number: customer }, session)
  if (change.of === 'account') return overview.account ?? Number.NaN
  const pack = overview.packages.find(({ ref }) => ref === change.of)
  if (!pack) return Number.NaN
  switch (change.label) {
    case 'Amount paid':
      return pack.paid ?? Number.NaN
    case 'Amount owed':
      return pack.owed ?? Number.NaN
    case 'Package funds':
      return pack.funds ?? Number.NaN
    default: {
      const [code, figure] = change.label.split(' ')
      const line = pack.lines.find((candidate) => candidate.code === code)
      if (!line) return Number.NaN
      const pending = line.pending ?? 0
      const figures: Record<string, number> = {
        included: line.included,
        available: line.remaining - pending,
        pending,
        used: line.used,
      }
      return figures[figure ?? ''] ?? Number.NaN
    }
  }
}

/** Does an action and holds its preview against what the screens show before and after. */
async function act<Name extends Action>(
  desk: Desk,
  session: string,
  customer: string,
  name: Name,
  input: CallInput<Name>,
): Promise<string> {
  const preview = (await desk.ask(`${name}.preview` as CallName, input as never, session)) as {
    sentence: string
    changes: BalanceChange[]
  }
  for (const change of preview.changes) {
    if (name !== 'packages.add')
      expect(await shown(desk, session, customer, change), `${name} ${change.label} before`).toBe(change.before)
  }
  const done = (await desk.ask(name as CallName, input as never, session)) as { ref: string; sentence: string }
  expect(done.sentence).toBe(preview.sentence)
  for (const change of preview.changes) {
    expect(await shown(desk, session, customer, change), `${name} ${change.label} after`).toBe(change.after)
  }
  return done.ref
}

async function dayAtTheDesk(): Promise<Desk> {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  const customer = 'C-006'
  const line = (code: string, quantity: number, from: string | null) => ({ package: from, code, quantity, note: '' })
  const pack = await act(desk, session, customer, 'packages.add', { ...HEADER, customer, package: 'PPL' })
  const block = await act(desk, session, customer, 'packages.add', { ...HEADER, customer, package: 'BLOCK10' })
  await act(desk, session, customer, 'packages.pay', {
    ...HEADER,
    ref: pack,
    amount: 500_000,
    method: 'card',
    failed: false,
  })
  await act(desk, session, customer, 'packages.pay', {
    ...HEADER,
    ref: pack,
    amount: 500_000,
    method: 'card',
    failed: true,
  })
  await act(desk, session, customer, 'accounts.deposit', {
    ...HEADER,
    customer,
    amount: 30_000,
    method: 'cash',
    failed: false,
  })
  await act(desk, session, customer, 'packages.transferFunds', { ...HEADER, ref: pack, amount: 50_000, to: block })
  await act(desk, session, customer, 'packages.transferHours', {
    ...HEADER,
    ref: pack,
    code: 'DUAL',
    quantity: 100,
    to: 'C172S',
  })
  const flight = await act(desk, session, customer, 'invoices.make', {
    ...HEADER,
    customer,
    lines: [line('C172S', 130, pack), line('DUAL', 130, pack), line('KIT', 100, null)],
  })
  await act(desk, session, customer, 'invoices.pay', {
    ...HEADER,
    ref: flight,
    amount: null,
    method: 'package',
    failed: false,
  })
  await act(desk, session, customer, 'invoices.pay', {
    ...HEADER,
    ref: flight,
    amount: 10_000,
    method: 'account',
    failed: false,
  })
  await act(desk, session, customer, 'invoices.pay', {
    ...HEADER,
    ref: flight,
    amount: null,
    method: 'cash',
    failed: false,
  })
  await act(desk, session, customer, 'invoices.refund', {
    ...HEADER,
    ref: flight,
    part: { package: pack, code: 'DUAL', quantity: 30 },
  })
  const wrong = await act(desk, session, customer, 'invoices.make', {
    ...HEADER,
    customer,
    lines: [line('C172S', 200, block)],
  })
  await act(desk, session, customer, 'invoices.pay', {
    ...HEADER,
    ref: wrong,
    amount: null,
    method: 'package',
    failed: false,
  })
  await desk.ask(
    'invoices.correct',
    { ...HEADER, note: 'wrong hours', ref: wrong, lines: [line('C172S', 150, block)] },
    session,
  )
  const doubled = await act(desk, session, customer, 'invoices.make', {
    ...HEADER,
    customer,
    lines: [line('SIM', 100, pack)],
  })
  await act(desk, session, customer, 'invoices.delete', { ...HEADER, note: 'entered twice', ref: doubled })
  await act(desk, session, customer, 'packages.refund', { ...HEADER, ref: pack, amount: 100_000, method: 'account' })
  await act(desk, session, customer, 'accounts.withdraw', {
    ...HEADER,
    customer,
    amount: 5_000,
    method: 'cash',
    failed: false,
  })
  const starter = await act(desk, session, customer, 'packages.add', { ...HEADER, customer, package: 'STARTER' })
  await act(desk, session, customer, 'packages.remove', { ...HEADER, note: 'changed his mind', ref: starter })
  return desk
}

describe('every action at the desk', () => {
  it('does what its preview shows, and the ledger verifies', async () => {
    const desk = await dayAtTheDesk()
    await expectVerified(desk.application.database)
  })

  it('gives the same history and balances as the same action imported', async () => {
    const { database } = (await dayAtTheDesk()).application
    const second = await emptySchool()
    const files = Object.fromEntries(await database.read(exportCsv))
    expect(await importFiles(second, files)).toMatchObject({ outcome: 'imported' })
    expect(await engineBalances(second)).toEqual(await engineBalances(database))
    expect(await engineHistory(second)).toEqual(await engineHistory(database))
  })

  it('a corrected invoice is void and linked both ways with its replacement', async () => {
    const desk = await dayAtTheDesk()
    const session = await desk.signInAs('billing')
    const { rows } = await desk.ask('invoices.list', { search: '', status: 'void', after: null, limit: 50 }, session)
    const voided = await desk.ask('invoices.get', { ref: rows[0]?.ref ?? '' }, session)
    const replacement = await desk.ask('invoices.get', { ref: voided.correctedBy ?? '' }, session)
    expect(replacement).toMatchObject({ corrects: voided.ref, status: 'open', total: 28_076, due: 28_076 })
  })
})

describe('a form built on an old balance', () => {
  it('is refused, and done again with the new numbers', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const lastEntry = async () => {
      const { packages } = await desk.ask('customers.overview', { number: 'C-001' }, session)
      return packages[0]?.lastEntry ?? 0
    }
    const seen = await lastEntry()
    const pay = { ...HEADER, ref: 'CP-1001', amount: 1_000, method: 'cash' as const, failed: false }
    await desk.ask('packages.pay', { ...pay, basis: [{ ref: 'CP-1001', entry: seen }] }, session)
    const again = await desk.send('packages.pay', { ...pay, basis: [{ ref: 'CP-1001', entry: seen }] }, session)
    expect(again).toMatchObject({ ok: false, failure: { code: 'stale' } })
    await desk.ask('packages.pay', { ...pay, basis: [{ ref: 'CP-1001', entry: await lastEntry() }] }, session)
  })
})

describe('a refusal reaches the person at the field that caused it', () => {
  it.each([
    ['packages.pay', { ref: 'CP-1001', amount: 99_999_999, method: 'card', failed: false }, 'more_than_owed', 'amount'],
    ['packages.pay', { ref: 'CP-1001', amount: 100, method: 'package', failed: false }, 'tender_refused', 'method'],
    [
      'packages.transferHours',
      { ref: 'CP-1001', code: 'SIM', quantity: 99_999, to: 'DUAL' },
      'more_than_available',
      'quantity',
    ],
    ['packages.remove', { ref: 'CP-1001' }, 'invalid_input', 'note'],
    [
      'invoices.make',
      { customer: 'C-001', lines: [{ package: 'CP-1001', code: 'SIM', quantity: 99_999, note: '' }] },
      'more_than_available',
      'quantity',
    ],
    ['invoices.void', { ref: 'INV-2001' }, 'invalid_input', 'note'],
  ] as const)('%s %j', async (call, input, code, field) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const before = await engineBalances(desk.application.database)
    for (const name of [call, `${call}.preview`]) {
      expect(await desk.send(name, { ...HEADER, ...input }, session)).toMatchObject({
        ok: false,
        failure: { code, field },
      })
    }
    expect(await engineBalances(desk.application.database)).toEqual(before)
  })
})

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
      open.map(([name]) => name).filter((name) => !name.startsWith('start.') && !name.startsWith('session.')),
    ).toEqual(['customers.overview'])
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

describe('catalogue, packages and customers', () => {
  it('a new package is priced as one types, sold, locked, deactivated', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const lines = [
      { code: 'C172S', quantity: 1_000, rate: '175.75' },
      { code: 'KIT', quantity: 100, rate: '249' },
    ]
    const price = await desk.ask('offers.price', { lines }, session)
    expect(price).toEqual({ total: 213_693, amounts: [187_174, 26_519] })
    const made = await desk.ask('offers.create', { code: 'TEN', name: 'Ten hours and a kit', lines }, session)
    expect(made).toMatchObject({ price: price.total, locked: false, active: true })
    await desk.ask('packages.add', { ...HEADER, customer: 'C-006', package: 'TEN' }, session)
    expect(await desk.ask('offers.setActive', { code: 'TEN', active: false }, session)).toMatchObject({
      locked: true,
      active: false,
    })
    const { offers } = await desk.ask('offers.list', { active: true }, session)
    expect(offers.map(({ code }) => code)).not.toContain('TEN')
    const twice = await desk.send('offers.create', { code: 'TEN', name: 'Again', lines }, session)
    expect(twice).toMatchObject({ ok: false, failure: { code: 'already_exists', field: 'code' } })
    const wrong = await desk.send('offers.price', { lines: [lines[0], lines[0]] }, session)
    expect(wrong).toMatchObject({ ok: false, failure: { field: 'lines.1.code' } })
  })

  it('a customer gets the next number, and a new name is found and sorted at once', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const made = await desk.ask('customers.create', { number: '', name: 'Zoë Quist', email: '', phone: '' }, session)
    expect(made.number).toBe('C-007')
    await desk.ask(
      'customers.edit',
      { number: 'C-001', name: 'Amelia Zimmer', email: '', phone: '', active: true },
      session,
    )
    const page = await desk.ask(
      'packages.list',
      { search: 'zimmer', status: null, sort: 'customer', direction: 'ascending', after: null, limit: 10 },
      session,
    )
    expect(page.rows.map(({ ref }) => ref)).toEqual(['CP-1001'])
    const all = await desk.ask(
      'packages.list',
      { search: '', status: null, sort: 'customer', direction: 'descending', after: null, limit: 10 },
      session,
    )
    expect(all.rows.find(({ ref }) => ref === 'CP-1001')?.customerName).toBe('Amelia Zimmer')
    const { rows } = await desk.ask('customers.list', { search: 'zoe', active: true, after: null, limit: 10 }, session)
    expect(rows.map(({ number }) => number)).toEqual(['C-007'])
  })
})
