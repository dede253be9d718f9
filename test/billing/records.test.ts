import { describe, expect, it } from 'vitest'
import type { CallName } from '../../shared/contract/index.ts'
import { readRecord } from '../../electron/billing/records/record-document.ts'
import { kestrelDesk } from '../calls/desk.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { importFiles } from '../temporary-school.ts'

const ANN = { name: 'Ann Private', email: 'ann@example.com', phone: '555-0177' }
const LINE = { code: 'DUAL', quantity: 100, rate: '70' }
const CHOICE = { about: { of: 'package', ref: 'CP-1001' }, asOf: null, from: null, inWords: false }

/** Every call that changes what the school knows, in an order in which each is accepted, and its record. */
const CALLS: [CallName, object, string][] = [
  ['customers.create', { number: 'C-090', ...ANN }, 'record_customer C-090'],
  ['customers.edit', { number: 'C-090', ...ANN, phone: '555-0188', active: true }, 'record_customer C-090'],
  [
    'catalogue.add',
    { code: 'SIM2', name: 'Simulator', kind: 'hour', category: 'simulator', rate: '90', taxPercent: '0' },
    'record_catalogue SIM2',
  ],
  ['offers.create', { code: 'NEW', name: 'New package', validMonths: null, lines: [LINE] }, 'record_package NEW'],
  ['offers.setActive', { code: 'NEW', active: false }, 'record_package NEW'],
  [
    'users.create',
    { username: 'ann', name: ANN.name, role: 'customer', customer: 'C-090', students: [] },
    'record_user ann',
  ],
  ['roles.set', { role: 'customer', permissions: ['View Own Balance'] }, 'record_role customer'],
  ['school.setLogo', { logo: null }, 'record_policy logo'],
  ['statements.issue', CHOICE, 'record_statement ST-1001'],
  [
    'invoices.correct',
    {
      ref: 'INV-2009',
      date: '2026-01-25',
      note: 'wrong',
      basis: [],
      customer: 'C-001',
      lines: [{ package: null, code: 'DUAL', quantity: 100, note: '' }],
    },
    'record_correction INV-2011',
  ],
]

describe('what a school knows is recorded as entries of the one chain', () => {
  it('by every call that changes it, with who and when, and without a personal text', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    for (const [call, input, record] of CALLS) {
      desk.later(60_000)
      expect(await desk.send(call, input, session), call).toMatchObject({ ok: true })
      const last = await desk.application.database.read((db) =>
        db.selectFrom('entries').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow(),
      )
      expect(`${last.action} ${last.ref}`, call).toBe(record)
      expect(last).toMatchObject({ user_id: 1, date: '2026-02-01', note: '' })
      expect(last.document, call).not.toMatch(/Ann Private|example\.com|555/)
    }
  })

  it('and a change that changes nothing is none', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const policies = await desk.ask('policies.get', {}, session)
    await desk.ask('policies.set', policies, session)
    const before = await desk.ask('changes.since', { entry: null }, session)
    await desk.ask('policies.set', policies, session)
    // What else it says depends on what the desk hears of others.
    expect(await desk.ask('changes.since', { entry: null }, session)).toMatchObject({ entry: before.entry })
  })

  it('an import makes one a file, after its actions; the same import again makes none', async () => {
    const desk = await kestrelDesk()
    const { database } = desk.application
    const records = () =>
      database.read((db) =>
        db
          .selectFrom('entries')
          .select(['number', 'ref'])
          .where('action', 'like', 'record%')
          .orderBy('number')
          .execute(),
      )
    const before = await records()
    expect(before.map(({ number, ref }) => `${number} ${ref}`)).toEqual([
      '46 ',
      '47 ',
      '48 hour_types.csv',
      '49 items.csv',
      '50 packages.csv',
      '51 package_lines.csv',
      '52 customers.csv',
      '53 users.csv',
      // The desk of the tests is let in by role.
      '54 ',
    ])
    expect(await importFiles(database, kestrelFiles())).toMatchObject({ outcome: 'imported', changed: false })
    expect(await records()).toEqual(before)
  })
})

describe('the document of a record', () => {
  const document = (rows: unknown, more: object = {}) =>
    JSON.stringify({ parts: [{ table: 'packages', columns: ['id', 'code'], texts: [], rows }], ...more })
  const none = () => undefined

  it('is read as the rows that it holds', () => {
    const { since, parts } = readRecord(
      document(
        [
          [1, 'A'],
          [2, null],
        ],
        { since: 3 },
      ),
      none,
    )
    expect(since).toBe(3)
    expect(parts).toEqual([
      {
        table: 'packages',
        rows: [
          { id: 1, code: 'A' },
          { id: 2, code: null },
        ],
      },
    ])
  })

  it.each([
    ['a fraction', [[1.5, 'A']]],
    ['a number that outgrew whole ones', [[1e300, 'A']]],
    ['a list inside a row', [[1, ['A']]]],
    ['yes or no', [[1, true]]],
    ['a row that is none', [1]],
    ['rows that are none', 'A'],
  ])('with %s is in no form of one', (_, rows) => {
    expect(() => readRecord(document(rows), none)).toThrow('"rows"')
  })

  it('with something else beside its parts is in no form of one', () => {
    expect(() => readRecord(document([], { more: 1 }), none)).toThrow('more')
  })
})
