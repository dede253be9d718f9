import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import { expectVerified } from '../model/engine.ts'
import { kestrelDesk, type Desk } from './desk.ts'

type Leaving = CallInput<'customers.leave'>

/** C-005: 1,330.00 on CP-1005, 425.65 on CP-1006, 100.00 on the account. The school keeps 100.00 of each package. */
async function leaverAt(desk: Desk, session: string, { number = 'C-005', kept = 10_000 } = {}) {
  const policies = await desk.ask('policies.get', {}, session)
  const fee = { kind: 'fixed' as const, amount: kept }
  await desk.ask('policies.set', { ...policies, withdrawal: { repriceUsedHours: false, fee } }, session)
  const leaving = await desk.ask('customers.leaving', { number }, session)
  const input: Leaving = {
    date: null,
    note: 'moves away',
    basis: [
      ...leaving.packages.map(({ ref, lastEntry }) => ({ of: 'package' as const, ref, entry: lastEntry })),
      { of: 'account', ref: number, entry: leaving.accountEntry },
    ],
    number,
    packages: leaving.packages.map(({ ref, refund }) => ({ ref, refund })),
    to: { how: 'tender', method: 'check' },
    keptAs: 'WRITTEN',
    fromAccount: leaving.account,
    deactivate: true,
  }
  return { leaving, input }
}

async function administrator() {
  const desk = await kestrelDesk()
  return { desk, session: await desk.signInAs('administrator') }
}

describe('a customer who leaves', () => {
  it('is given back what the policy says, invoiced what is kept, taken off the packages and deactivated, in one step', async () => {
    const { desk, session } = await administrator()
    const { leaving, input } = await leaverAt(desk, session)
    expect(leaving).toMatchObject({
      account: 10_000,
      active: true,
      packages: [
        { ref: 'CP-1005', refund: 123_000, kept: 10_000 },
        { ref: 'CP-1006', refund: 32_565, kept: 10_000 },
      ],
    })
    const preview = await desk.ask('customers.leave.preview', input, session)
    const done = await desk.ask('customers.leave', input, session)
    expect(done.sentence).toBe(preview.sentence)
    expect(done.sentence).toBe(
      '$1,555.65 goes back to C-005 by check. $200.00 is kept and invoiced as WRITTEN (INV-2011). ' +
        '$100.00 is paid out of the account. C-005 is taken off CP-1005, CP-1006. C-005 is deactivated.',
    )
    const after = await desk.ask('customers.overview', { number: 'C-005' }, session)
    expect(after).toMatchObject({ account: 0, customer: { active: false } })
    expect(after.packages).toMatchObject([
      { ref: 'CP-1005', status: 'removed', funds: 0 },
      { ref: 'CP-1006', status: 'removed', funds: 0 },
    ])
    const invoice = await desk.ask('invoices.get', { ref: 'INV-2011' }, session)
    expect(invoice).toMatchObject({ status: 'paid', total: 20_000, due: 0 })
    expect(invoice.lines.map(({ code, amount }) => [code, amount])).toEqual([
      ['WRITTEN', 10_000],
      ['WRITTEN', 10_000],
    ])
    expect(await desk.ask('customers.leaving', { number: 'C-005' }, session)).toMatchObject({
      packages: [],
      account: 0,
    })
    await expectVerified(desk.application.database)
  })

  it('is previewed with the balances as they will be', async () => {
    const { desk, session } = await administrator()
    const { input } = await leaverAt(desk, session)
    const { changes } = await desk.ask('customers.leave.preview', { ...input, note: '' }, session)
    const money = (of: string, label: string, before: number, after: number) => ({
      of,
      label,
      unit: 'money',
      before,
      after,
    })
    expect(changes).toContainEqual(money('CP-1005', 'Package funds', 133_000, 0))
    expect(changes).toContainEqual(money('CP-1006', 'Package funds', 42_565, 0))
    expect(changes).toContainEqual(money('C-005', 'Account balance', 10_000, 0))
  })

  it('gives what goes back onto another package that stays', async () => {
    const { desk, session } = await administrator()
    const { input } = await leaverAt(desk, session, { kept: 30_000 })
    const part = {
      ...input,
      packages: input.packages.slice(0, 1),
      to: { how: 'package' as const, package: 'CP-1006' },
      fromAccount: 0,
      deactivate: false,
    }
    await desk.ask('customers.leave', part, session)
    const after = await desk.ask('customers.overview', { number: 'C-005' }, session)
    expect(after).toMatchObject({ account: 10_000, customer: { active: true } })
    expect(after.packages).toMatchObject([
      { ref: 'CP-1005', status: 'removed', funds: 0 },
      { ref: 'CP-1006', status: 'active', funds: 145_565 },
    ])
  })

  it('gives nothing onto a package that is left itself, nor more than is owed there', async () => {
    const { desk, session } = await administrator()
    const { input } = await leaverAt(desk, session)
    const part = { ...input, packages: input.packages.slice(0, 1), fromAccount: 0 }
    const onto = (ref: string) =>
      desk.send('customers.leave', { ...part, to: { how: 'package', package: ref } }, session)
    expect(await onto('CP-1005')).toMatchObject({ ok: false, failure: { field: 'to' } })
    expect(await onto('CP-1006')).toMatchObject({ ok: false, failure: { code: 'more_than_owed' } })
  })
})

describe('leaving is refused', () => {
  const refusals: [string, Partial<Leaving>, object][] = [
    ['without a reason', { note: ' ' }, { field: 'note' }],
    ['without the item that what is kept is invoiced as', { keptAs: '' }, { field: 'keptAs' }],
    ['with an item that is not sold', { keptAs: 'NOSUCH' }, { field: 'keptAs' }],
    ['where the refund shown is another', { packages: [{ ref: 'CP-1005', refund: 1 }] }, { code: 'stale' }],
    ['for a package of somebody else', { packages: [{ ref: 'CP-1001', refund: 0 }] }, { field: 'packages' }],
    [
      'where the account would be paid out into itself',
      { to: { how: 'tender', method: 'account' } },
      { field: 'fromAccount' },
    ],
    ['where nothing is asked for', { packages: [], fromAccount: 0, deactivate: false }, { field: 'packages' }],
    ['for more than the account holds', { fromAccount: 10_001 }, { code: 'more_than_account' }],
  ]

  it.each(refusals)('%s; and nothing is done', async (_, change, failure) => {
    const { desk, session } = await administrator()
    const { input } = await leaverAt(desk, session)
    const before = await desk.ask('customers.overview', { number: 'C-005' }, session)
    const reply = await desk.send('customers.leave', { ...input, ...change }, session)
    expect(reply).toMatchObject({ ok: false, failure })
    expect(await desk.ask('customers.overview', { number: 'C-005' }, session)).toEqual(before)
  })

  it('while an invoice is open on a package', async () => {
    const { desk, session } = await administrator()
    const { input } = await leaverAt(desk, session, { number: 'C-001' })
    const reply = await desk.send('customers.leave', { ...input, fromAccount: 0 }, session)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invoice_open' } })
  })

  it('where something was recorded since it was shown', async () => {
    const { desk, session } = await administrator()
    const { input } = await leaverAt(desk, session)
    const payment = { date: null, note: '', basis: [], package: 'CP-1005', amount: 100, method: 'cash', failed: false }
    await desk.ask('packages.pay', payment as CallInput<'packages.pay'>, session)
    expect(await desk.send('customers.leave', input, session)).toMatchObject({ ok: false, failure: { code: 'stale' } })
  })

  it('to whoever lacks the permission of one of its steps', async () => {
    const { desk, session } = await administrator()
    const { input } = await leaverAt(desk, session)
    const roles = await desk.ask('roles.list', {}, session)
    const billing = roles.roles.find(({ role }) => role === 'billing')
    const permissions = (billing?.permissions ?? []).filter((permission) => permission !== 'Issue Refunds')
    await desk.ask('roles.set', { role: 'billing', permissions }, session)
    const other = await desk.signInAs('billing')
    const reply = await desk.send('customers.leave', input, other)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'not_permitted' } })
    expect(reply.ok || reply.failure.message).toContain('Issue Refunds')
  })
})
