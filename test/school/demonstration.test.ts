import { describe, expect, it } from 'vitest'
import { fillDemonstration, demonstrationFolder } from '../../electron/school/demonstration.ts'
import { businessDate } from '../../shared/dates.ts'
import { engineBalances, engineHistory, expectVerified } from '../model/engine.ts'
import { emptySchool, RECORDED } from '../temporary-school.ts'

describe('the demonstration school', () => {
  it('has the students that show what Blocktime is for, and verifies', async () => {
    const database = await emptySchool()
    await database.write((db) => fillDemonstration(db, RECORDED))
    const { packages, invoices, accounts } = await engineBalances(database)
    const of = (customer: string) => packages.filter((pack) => pack.customer === customer)
    expect(new Set(packages.map(({ customer }) => customer)).size).toBe(60)
    expect(Number(of('C-001')[0]?.funds)).toBeLessThan(0)
    expect(of('C-002')[0]).toMatchObject({
      status: 'completed',
      lines: [{ remaining: '0.00', dollarsRemaining: '0.00' }],
    })
    expect(of('C-003').map((pack) => pack.package)).toEqual(['IFR', 'BLOCK10'])
    expect(of('C-004')[0]?.lines.every(({ kind }) => kind === 'product')).toBe(true)
    expect(of('C-006')[0]).toMatchObject({ status: 'removed', funds: '0.00' })
    expect(accounts).toEqual([{ customer: 'C-003', balance: '500.00' }])
    const statuses = new Set(invoices?.map(({ status }) => status))
    expect([...statuses].sort()).toEqual(['open', 'paid', 'partially_refunded', 'refunded', 'void'])
    const actions = new Set(
      (await engineHistory(database)).flatMap(({ entries }) => entries.map(({ action }) => action)),
    )
    for (const action of ['transfer_hours', 'transfer_in', 'package_payment_failed', 'item_invoice_part_paid'])
      expect(actions).toContain(action)
    await expectVerified(database)
  })

  it('is the same school on the same day, and a valid one on other days', async () => {
    expect(demonstrationFolder(businessDate('2026-02-01'))).toEqual(demonstrationFolder(businessDate('2026-02-01')))
    const database = await emptySchool()
    await database.write((db) => fillDemonstration(db, new Date('2028-02-29T23:30:00Z')))
    const [last] = await database.read((db) =>
      db.selectFrom('entries').select('date').orderBy('date', 'desc').limit(1).execute(),
    )
    expect(last?.date).toMatch(/^2028-02-2\d$/)
  })

  it('links a customer who may sign in and the students of the instructor', async () => {
    const database = await emptySchool()
    await database.write((db) => fillDemonstration(db, RECORDED))
    const linked = await database.read((db) =>
      db
        .selectFrom('users as u')
        .innerJoin('customers as c', 'c.id', 'u.customer_id')
        .select(['u.username', 'c.number'])
        .execute(),
    )
    expect(linked).toEqual([{ username: 'student', number: 'C-003' }])
    expect(await database.read((db) => db.selectFrom('dashboard_access').select('customer_id').execute())).toHaveLength(
      8,
    )
  })
})
