import { describe, expect, it } from 'vitest'
import { fillDemonstration, demonstrationFolder } from '../../electron/school/demonstration/demonstration.ts'
import type { Database } from '../../electron/storage/database.ts'
import { actions as declared } from '../../electron/billing/actions/index.ts'
import { businessDate } from '../../shared/dates.ts'
import { engineBalances, engineHistory, expectVerified } from '../model/engine.ts'
import { emptySchool, importFiles, RECORDED } from '../temporary-school.ts'

/** Every action that the guide tells of. One that is new and like one of them need not be played at once. */
const PLAYED = [
  'account_deposit',
  'account_withdrawal',
  'add_member',
  'add_to_package',
  'adjust_hours',
  'change_end',
  'invoice',
  'invoice_delete',
  'invoice_payment',
  'invoice_payment_reversal',
  'invoice_refund',
  'invoice_void',
  'lapse_package',
  'merge_customer',
  'opening_account',
  'opening_payment',
  'opening_reversal',
  'opening_use',
  'package_payment',
  'package_refund',
  'payment_reversal',
  'remove_from_package',
  'remove_member',
  'return_to_package',
  'transfer_funds',
  'transfer_hours',
] as const satisfies readonly (keyof typeof declared)[]

/** RECORDED as a business date of the school's time zone. */
const TODAY = '2026-02-01'

async function demonstration(now = RECORDED): Promise<Database> {
  const database = await emptySchool()
  await database.write((db) => fillDemonstration(db, { userId: null, now }))
  return database
}

function activityOf(today: string): string[] {
  const file = demonstrationFolder(businessDate(today)).get('activity.csv')
  return new TextDecoder().decode(file).trimEnd().split('\n').slice(1)
}

describe('the demonstration school', () => {
  it('has the students that show what Blocktime is for, and verifies', async () => {
    const database = await demonstration()
    await expectVerified(database)
    const { packages, accounts } = await engineBalances(database)
    const of = (customer: string) => packages.filter((pack) => pack.customer === customer)
    expect(new Set(packages.map(({ customer }) => customer)).size).toBe(64)
    expect(packages.filter(({ funds }) => Number(funds) < 0).map(({ customer }) => customer)).toEqual(['C-001'])
    expect(of('C-002')[0]).toMatchObject({
      status: 'completed',
      funds: '0.00',
      lines: [{ included: '10.00', remaining: '0.00', dollarsRemaining: '0.00' }],
    })
    expect(of('C-003').map((pack) => [pack.package, pack.status])).toEqual([
      ['IFR', 'active'],
      ['BLOCK10', 'active'],
    ])
    for (const buyer of ['C-004', 'C-005'])
      expect(of(buyer).flatMap(({ lines }) => lines.map(({ kind }) => kind))).toEqual(Array(3).fill('product'))
    expect(of('C-006')).toMatchObject([{ package: 'PPL', status: 'removed', funds: '0.00' }])
    const inTheMiddle = packages.filter(
      ({ package: code, status, lines }) =>
        ['PPL', 'IFR', 'CPL'].includes(code) &&
        status === 'active' &&
        lines.some((line) => line.kind === 'hour' && line.used !== '0.00' && line.remaining !== '0.00'),
    )
    expect(inTheMiddle.length).toBeGreaterThan(20)
    expect(packages.some((pack) => pack.package === 'PPL24' && pack.status === 'active')).toBe(true)
    // The double's record stays listed with what it has: nothing.
    expect(accounts.filter(({ balance }) => Number(balance) > 0).map(({ customer }) => customer)).toEqual([
      'C-003',
      'C-008',
      'C-061',
      'C-064',
    ])
  })

  it('has an invoice in every state and every action of a history', async () => {
    const database = await demonstration()
    const { invoices } = await engineBalances(database)
    expect([...new Set(invoices?.map(({ status }) => status))].sort()).toEqual([
      'deleted',
      'open',
      'paid',
      'partially_paid',
      'partially_refunded',
      'refunded',
      'void',
    ])
    const shown = new Set((await engineHistory(database)).flatMap(({ entries }) => entries.map(({ action }) => action)))
    const kinds = PLAYED.flatMap((name) =>
      Object.keys(('history' in declared[name].words && declared[name].words.history) || {}),
    )
    expect([...shown].sort()).toEqual([...kinds].sort())
    const played = await database.read((db) => db.selectFrom('entries').select('action').distinct().execute())
    const names = new Set(played.map(({ action }) => action))
    expect(PLAYED.filter((name) => !names.has(name))).toEqual([])
  })

  it('covers two years up to the business date of the school, busier on weekdays', () => {
    const dates = activityOf(TODAY).map((row) => row.slice(0, 10))
    expect(dates.length).toBeGreaterThan(3_000)
    expect(dates.length).toBeLessThan(6_000)
    expect([dates[0], dates.at(-1)]).toEqual(['2024-02-02', TODAY])
    const weekend = dates.filter((date) => [0, 6].includes(new Date(date).getUTCDay())).length
    expect(weekend / dates.length).toBeLessThan(0.22)
  })

  it('is the same school on the same day, and another on the next', () => {
    expect(demonstrationFolder(businessDate(TODAY))).toEqual(demonstrationFolder(businessDate(TODAY)))
    expect(activityOf('2026-02-02')).not.toEqual(activityOf(TODAY))
  })

  it('is valid on other days, ends on the day of its time zone, and with other chances', async () => {
    const database = await demonstration(new Date('2028-03-01T05:30:00Z'))
    const last = await database.read((db) =>
      db.selectFrom('entries').select('date').orderBy('date', 'desc').limit(1).executeTakeFirst(),
    )
    expect(last?.date).toBe('2028-02-29')
    const other = Object.fromEntries(demonstrationFolder(businessDate('2027-07-04'), 7))
    expect(await importFiles(await emptySchool(), other)).toMatchObject({ outcome: 'imported' })
  })

  it('links a customer who may sign in and the students of the instructor', async () => {
    const database = await demonstration()
    const linked = await database.read((db) =>
      db
        .selectFrom('users as u')
        .innerJoin('customers as c', 'c.id', 'u.customer_id')
        .select(['u.username', 'u.role', 'c.number'])
        .execute(),
    )
    expect(linked).toEqual([{ username: 'student', role: 'customer', number: 'C-003' }])
    const seen = await database.read((db) =>
      db
        .selectFrom('dashboard_access as a')
        .innerJoin('users as u', 'u.id', 'a.user_id')
        .select(['u.username', 'a.customer_id'])
        .execute(),
    )
    expect(seen.map(({ username }) => username)).toEqual(Array(8).fill('cfi'))
  })
})
