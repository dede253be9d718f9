import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../electron/billing/actions/action.ts'
import { actions } from '../../electron/billing/actions/index.ts'
import { contract } from '../../electron/calls/contract.ts'
import type { CallInput, CallName } from '../../shared/contract/index.ts'
import type { Closing } from '../../shared/contract/closings.ts'
import { keepRecord } from '../../electron/billing/records/keep-record-store.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances } from '../model/engine.ts'
import { importFiles } from '../temporary-school.ts'
import { REFUSED_CHANGE } from '../of-the-file.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const ALL = { from: '2026-01-01', to: '2026-01-31' }

async function countOf(desk: Desk, session: string, days = ALL): Promise<CallInput<'closings.close'>> {
  const expected = await desk.ask('closings.expected', { days }, session)
  const of = (name: string) => expected.tenders.find(({ tender }) => tender === name)!.expected
  return {
    days,
    basis: expected.lastEntry,
    cash: { pieces: [{ value: 100, count: of('cash') / 100 + 200 }], float: 20_000, explanation: '' },
    others: (['card', 'check', 'ach'] as const).map((tender) => ({ tender, counted: of(tender), explanation: '' })),
    note: '',
  }
}

async function closeAll(desk: Desk, session: string, days = ALL): Promise<Closing> {
  return desk.ask('closings.close', await countOf(desk, session, days), session)
}

const INTO = { date: '2026-01-31', note: 'reason', basis: [] }
const MONEY = { amount: 100, method: 'cash' as const, failed: false }
const LINES = { customer: 'C-001', lines: [{ package: null, code: 'DUAL', quantity: 100, note: '' }] }

/** Calls of the desk that date something and are accepted on an open day, where USUAL says too little of them. */
const PARTICULAR: [CallName, object][] = [
  ['packages.add', { customer: 'C-006', package: 'PPL' }],
  ['packages.transferFunds', { package: 'CP-1001', amount: 100, to: 'account' }],
  ['packages.transferHours', { package: 'CP-1001', code: 'DUAL', quantity: 100, to: 'C172S' }],
  ['packages.remove', { package: 'CP-1007' }],
  ['invoices.make', LINES],
  ['invoices.pay', { ref: 'INV-2009', amount: null, method: 'package', failed: false }],
  [
    'payments.take',
    {
      ref: 'INV-2009',
      parts: [{ for: 'invoice', method: 'package', amount: null, reference: '' }],
      failed: false,
    },
  ],
  ['invoices.refund', { ref: 'INV-2004', part: null }],
  ['invoices.void', { ref: 'INV-2009' }],
  ['invoices.delete', { ref: 'INV-2009' }],
  ['invoices.correct', { ref: 'INV-2009', ...LINES }],
  ['accounts.withdraw', { customer: 'C-003', ...MONEY }],
  ['packages.changeEnd', { package: 'CP-1001', end: '2027-01-01' }],
  ['payments.reverse', { package: 'CP-1001', to: 'PAY-1' }],
  ['openings.use', { package: 'CP-1001', code: 'DUAL', quantity: 10, method: 'other' }],
  ['customers.merge', { customer: 'C-006', to: 'C-003' }],
  [
    'customers.leave',
    {
      number: 'C-003',
      packages: [],
      to: { how: 'tender', method: 'check' },
      keptAs: '',
      fromAccount: 100,
      deactivate: false,
    },
  ],
]

/** Those that rest on an action which the example school does not have: on a closed day they are refused all the same. */
const RESTING: [CallName, object][] = [
  ['packages.return', { package: 'CP-1001' }],
  ['packages.lapse', { package: 'CP-1001' }],
  ['packages.removeMember', { customer: 'C-003', package: 'CP-1001' }],
  ['openings.reverse', { package: 'CP-1001', to: 'O-1' }],
  ['invoices.reversePayment', { ref: 'INV-2009', method: 'card' }],
  [
    'payments.correct',
    {
      payment: { of: 'package', package: 'CP-1001', payment: 'PAY-1' },
      instead: { for: { of: 'package', package: 'CP-1001' }, amount: 100, method: 'cash', date: null },
    },
  ],
]

/** Those on many at once. */
const MANY: [CallName, object][] = [
  ['packages.changeEnds', { to: { how: 'day', day: '2027-01-01' }, packages: [{ ref: 'CP-1001', was: null }] }],
]

/** What is said with any other action, by its fields. */
const USUAL: Readonly<Record<string, unknown>> = {
  ...MONEY,
  customer: 'C-003',
  package: 'CP-1001',
  code: 'DUAL',
  quantity: 50,
}

/** Every call of the desk that dates something, each of which would be accepted on an open day. */
const ACTIONS: readonly [CallName, object][] = [
  ...PARTICULAR,
  ...Object.values(actions)
    .filter(({ call }) => ![...PARTICULAR, ...RESTING].some(([named]) => named === call))
    .map((declared): [CallName, object] => [
      declared.call,
      Object.fromEntries(fieldsOf(declared).flatMap(([field]) => (field in USUAL ? [[field, USUAL[field]]] : []))),
    ]),
]

describe('nothing can be dated into closed days', () => {
  it('by any action at the desk, nor is it shown in a preview', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    for (const [call, input] of ACTIONS)
      expect(await desk.send(`${call}.preview`, { ...input, ...INTO }, session), call).toMatchObject({ ok: true })
    await closeAll(desk, session)
    const before = await engineBalances(desk.application.database)
    for (const name of [...ACTIONS, ...RESTING].flatMap(([call, input]) => [
      [call, input] as const,
      [`${call}.preview`, input] as const,
    ])) {
      const [call, input] = name
      expect(await desk.send(call, { ...input, ...INTO }, session), call).toMatchObject({
        ok: false,
        failure: { code: 'day_closed', field: 'date', message: expect.stringContaining('Jan 31, 2026 is closed') },
      })
    }
    expect(await engineBalances(desk.application.database)).toEqual(before)
    // The day after is open, for the same action.
    const open = { package: 'CP-1001', ...MONEY, ...INTO, date: '2026-02-01' }
    expect(await desk.send('packages.pay', open, session)).toMatchObject({ ok: true })
  })

  it('names every action that the contract has: a new one that records with a date and is no action of its own belongs there', () => {
    const dating = Object.keys(contract).filter((name) => Object.hasOwn(contract, `${name}.preview`))
    expect([...ACTIONS, ...RESTING, ...MANY].map(([call]) => call).toSorted()).toEqual(dating.toSorted())
  })

  it('by an action on many at once, whose preview says so of each', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await closeAll(desk, session)
    for (const [call, input] of MANY) {
      const closed = { code: 'day_closed', message: expect.stringContaining('Jan 31, 2026 is closed') }
      expect(await desk.send(call, { ...input, ...INTO }, session), call).toMatchObject({ ok: false, failure: closed })
      expect(await desk.send(`${call}.preview` as CallName, { ...input, ...INTO }, session), call).toMatchObject({
        value: { rows: [{ problem: closed.message }] },
      })
    }
  })

  it('by the import, which names the rows and changes nothing; what is there already stays there already', async () => {
    const desk = await kestrelDesk()
    const { database } = desk.application
    await closeAll(desk, await desk.signInAs('administrator'))
    expect(await importFiles(database, kestrelFiles())).toMatchObject({ outcome: 'imported', changed: false })
    const before = await engineBalances(database)
    const activity = kestrelFiles()['activity.csv'] ?? ''
    const added = [
      '2026-02-01,desk,account_deposit,DEP-8,C-003,,,,1.00,cash,,,',
      '2026-01-31,desk,account_deposit,DEP-9,C-003,,,,1.00,cash,,,',
    ]
    const result = await importFiles(database, { 'activity.csv': `${activity}${added.join('\n')}\n` })
    const row = activity.trimEnd().split('\n').length + 2
    expect(result).toEqual({
      outcome: 'refused',
      errors: [{ file: 'activity.csv', row, message: expect.stringMatching(/^Jan 31, 2026 is closed: .* Date it on/) }],
    })
    expect(await engineBalances(database)).toEqual(before)
  })
})

describe('closing days', () => {
  it('compares what was counted with the ledger by tender, and keeps what was signed off', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    const days = { from: '2026-01-05', to: '2026-01-20' }
    const expected = await desk.ask('closings.expected', { days }, session)
    expect(Object.fromEntries(expected.tenders.map(({ tender, ...sums }) => [tender, sums.expected]))).toEqual({
      cash: 10_500,
      card: 850_000,
      check: 187_174,
      ach: 100_000,
    })
    expect(expected.tenders.find(({ tender }) => tender === 'card')).toMatchObject({ receipts: 3, givenBack: 50_000 })
    const closed = await closeAll(desk, session, days)
    expect(closed).toMatchObject({ ...days, reopened: null, cash: { float: 20_000 } })
    expect(closed.tenders.map(({ difference }) => difference)).toEqual([0, 0, 0, 0])
    expect((await desk.ask('closings.list', {}, session)).rows).toEqual([closed])
    const next = await desk.ask('closings.expected', { days: { from: '2026-01-21', to: '2026-01-21' } }, session)
    expect(next.lastFloat).toBe(20_000)
  })

  it('asks for an explanation of every difference, and for the count of every tender', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    const count = await countOf(desk, session)
    const short = { ...count, cash: { ...count.cash, float: 20_500 } }
    expect(await desk.send('closings.close', short, session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'cash.explanation' },
    })
    const none = { ...count, others: count.others.slice(1) }
    expect(await desk.send('closings.close', none, session)).toMatchObject({ ok: false, failure: { field: 'others' } })
    const explained = { ...short, cash: { ...short.cash, explanation: 'a coin rolled away' } }
    const closed = await desk.ask('closings.close', explained, session)
    expect(closed.tenders[0]).toMatchObject({ tender: 'cash', difference: -500, explanation: 'a coin rolled away' })
  })

  it('is refused for days that have not come, for closed days, and on numbers that others have changed', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const later = await countOf(desk, session, { from: '2026-02-01', to: '2026-02-02' })
    expect(await desk.send('closings.close', later, session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'days.to' },
    })
    const count = await countOf(desk, session)
    await desk.ask('packages.pay', { package: 'CP-1001', ...MONEY, ...INTO }, session)
    expect(await desk.send('closings.close', count, session)).toMatchObject({ ok: false, failure: { code: 'stale' } })
    await closeAll(desk, session)
    const again = await countOf(desk, session, { from: '2026-01-31', to: '2026-01-31' })
    expect(await desk.send('closings.close', again, session)).toMatchObject({
      ok: false,
      failure: { code: 'day_closed', field: 'days.from' },
    })
  })

  it('can be taken back with a reason only, stays visible, and the days can be closed again', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const { id } = await closeAll(desk, session)
    expect(await desk.send('closings.reopen', { id, reason: ' ' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'reason' },
    })
    await desk.ask('closings.reopen', { id, reason: 'a check was forgotten' }, session)
    await desk.ask('packages.pay', { package: 'CP-1001', ...MONEY, ...INTO }, session)
    expect(await desk.send('closings.reopen', { id, reason: 'again' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'wrong_state' },
    })
    await closeAll(desk, session)
    const { rows } = await desk.ask('closings.list', {}, session)
    expect(rows.map(({ reopened }) => reopened?.reason ?? null)).toEqual([null, 'a check was forgotten'])
    const { ok } = await verifySchool(desk.application.database, null)
    expect(ok).toBe(true)
  })

  it('cannot be changed in the file, and verify finds entries that got into closed days all the same', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await closeAll(desk, session)
    const { database } = desk.application
    const change = database.write((db) => db.deleteFrom('closings').execute())
    await expect(change).rejects.toThrow(REFUSED_CHANGE)
    const row = {
      id: 2,
      from_date: '2026-01-29',
      to_date: '2026-01-29',
      user_id: 1,
      closed_at: 0,
      last_entry: 3,
      document: JSON.stringify({ tenders: [], cash: { pieces: [], float: 0 }, note: '' }),
    }
    const by = { userId: 1, now: new Date('2026-02-01T12:00:00Z') }
    await database.write((db) => keepRecord(db, by, 'record_closing', 'x', [{ table: 'closings', rows: [row] }]))
    const { checks } = await verifySchool(database, null)
    const messages = checks.flatMap(({ findings }) => findings.map(({ message }) => message))
    expect(messages).toEqual([expect.stringMatching(/^Entry \d+ is dated 2026-01-29, a day that was closed/)])
  })
})
