import { describe, expect, it } from 'vitest'
import type { CallInput, CallName } from '../../shared/contract/index.ts'
import type { BalanceChange } from '../../shared/contract/action-values.ts'
import { exportCsv } from '../../electron/school/csv/export-csv.ts'
import { engineBalances, engineHistory, expectVerified } from '../model/engine.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const HEADER = { date: null, note: '', basis: [] }

type Action =
  Exclude<Extract<CallName, `${string}.preview`>, 'reconcile.preview'> extends `${infer Name}.preview` ? Name : never

/** What an overview shows under the label that a preview uses. */
async function shown(desk: Desk, session: string, customer: string, change: BalanceChange): Promise<number> {
  const overview = await desk.ask('customers.overview', { number: customer }, session)
  if (change.label === 'Account balance') return overview.account ?? Number.NaN
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
    package: pack,
    amount: 500_000,
    method: 'card',
    failed: false,
  })
  await act(desk, session, customer, 'packages.pay', {
    ...HEADER,
    package: pack,
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
  await act(desk, session, customer, 'packages.transferFunds', { ...HEADER, package: pack, amount: 50_000, to: block })
  await act(desk, session, customer, 'packages.transferHours', {
    ...HEADER,
    package: pack,
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
  await act(desk, session, customer, 'packages.refund', {
    ...HEADER,
    package: pack,
    amount: 100_000,
    method: 'account',
  })
  await act(desk, session, customer, 'accounts.withdraw', {
    ...HEADER,
    customer,
    amount: 5_000,
    method: 'cash',
    failed: false,
  })
  const starter = await act(desk, session, customer, 'packages.add', { ...HEADER, customer, package: 'STARTER' })
  await act(desk, session, customer, 'packages.remove', { ...HEADER, note: 'changed his mind', package: starter })
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

describe('a refusal reaches the person at the field that caused it', () => {
  it.each([
    [
      'packages.pay',
      { package: 'CP-1001', amount: 99_999_999, method: 'card', failed: false },
      'more_than_owed',
      'amount',
    ],
    ['packages.pay', { package: 'CP-1001', amount: 100, method: 'package', failed: false }, 'tender_refused', 'method'],
    [
      'packages.transferHours',
      { package: 'CP-1001', code: 'SIM', quantity: 99_999, to: 'DUAL' },
      'more_than_available',
      'quantity',
    ],
    ['packages.remove', { package: 'CP-1001' }, 'invalid_input', 'note'],
    [
      'invoices.make',
      { customer: 'C-001', lines: [{ package: 'CP-1001', code: 'SIM', quantity: 99_999, note: '' }] },
      'more_than_available',
      'lines.0.quantity',
    ],
    [
      'invoices.make',
      {
        customer: 'C-001',
        lines: [
          { package: null, code: 'SIM', quantity: 100, note: '' },
          { package: 'CP-1001', code: 'NOWHERE', quantity: 100, note: '' },
        ],
      },
      'not_found',
      'lines.1.code',
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
