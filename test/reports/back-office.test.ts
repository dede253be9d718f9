import { describe, expect, it } from 'vitest'
import { activityReport } from '../../electron/reports/activity/activity-report.ts'
import { agingReport } from '../../electron/reports/lists/aging.ts'
import { sumsByAction } from '../../electron/reports/liability/liability-sums.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances } from '../model/engine.ts'
import { randomSchool } from '../model/random-school.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const day = (text: string) => text as BusinessDate
const ALL = { from: null, to: day('2099-12-31') }

async function kestrel() {
  const database = await emptySchool()
  await importFiles(database, kestrelFiles())
  return database
}

describe('aging', () => {
  it('counts what is owed by the days since adding and since the last money came in', async () => {
    const database = await kestrel()
    const { rows, sinceAdded, sincePayment, total } = await database.read((db) => agingReport(db, day('2026-03-21')))
    const found = rows.map(({ ref, daysSinceAdded, daysSincePayment }) => [ref, daysSinceAdded, daysSincePayment])
    expect(found).toEqual([
      ['CP-1001', 75, 75],
      ['CP-1003', 67, 66],
      ['CP-1004', 63, 63],
      ['CP-1005', 61, 61],
      // Funds moved into it are money that came in; a failed payment is not.
      ['CP-1006', 60, 59],
      ['CP-1007', 53, 53],
    ])
    expect(sinceAdded.map(({ packages }) => packages)).toEqual([0, 2, 4, 0])
    expect(sincePayment.reduce((sum, { owed }) => sum + owed, 0)).toBe(total.owed)
  })

  it('owes on every day what the balances say, without packages that customers were removed from', async () => {
    const database = await emptySchool()
    await importFiles(database, randomSchool(21, { customers: 8, actions: 400, currency: 'USD' }).files)
    const gone = await database.read((db) =>
      db
        .selectFrom('history as h')
        .innerJoin('entries as e', 'e.number', 'h.entry_number')
        .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
        .select(['p.ref', 'e.date'])
        .where('h.action', '=', 'removed_from_package')
        .execute(),
    )
    expect(gone.length).toBeGreaterThan(0)
    for (const date of ['2025-01-20', '2025-02-28', '2025-04-15', '2026-01-01']) {
      const { rows } = await database.read((db) => agingReport(db, day(date)))
      const { packages } = await engineBalances(database, date)
      const expected = packages
        .filter(({ ref }) => !gone.some((each) => each.ref === ref && each.date <= date))
        .map(({ ref, owed, funds }) => [ref, owed, funds])
        .filter(([, owed]) => owed !== '0.00')
      const money = (amount: number) => (amount / 100).toFixed(2)
      expect(rows.map(({ ref, owed, funds }) => [ref, money(owed), money(funds)]).toSorted()).toEqual(
        expected.toSorted(),
      )
    }
  })
})

describe('the activity report', () => {
  it('says who took which money by which tender, failed payments apart', async () => {
    const database = await kestrel()
    const { payments } = await database.read((db) => activityReport(db, ALL))
    const cards = payments.filter(({ tender }) => tender === 'card')
    expect(cards.reduce((sum, { received }) => sum + received, 0)).toBe(900_000)
    expect(cards.reduce((sum, { givenBack }) => sum + givenBack, 0)).toBe(50_000)
    expect(cards.reduce((sum, { failed }) => sum + failed, 0)).toBe(2)
    expect(new Set(payments.filter(({ payments: taken }) => taken > 0).map(({ user }) => user))).toEqual(
      new Set(['Robin Achterberg']),
    )
    const cash = payments.filter(({ tender }) => tender === 'cash')
    expect(cash).toMatchObject([{ payments: 2, received: 18_000, refunds: 0, failed: 0 }])
  })

  it('adds up to the tender accounts of the ledger, for a generated school', async () => {
    const database = await emptySchool()
    await importFiles(database, randomSchool(22, { customers: 8, actions: 400 }).files)
    const period = { from: day('2025-01-15'), to: day('2025-03-15') }
    const { payments } = await database.read((db) => activityReport(db, period))
    for (const tender of ['cash', 'card', 'check', 'ach'] as const) {
      const ledger = await database.read((db) => sumsByAction(db, [tender], period))
      const net = payments.filter((row) => row.tender === tender).reduce((sum, row) => sum + row.net, 0)
      expect(net, tender).toBe(ledger.reduce((sum, { debits, credits }) => sum + debits + credits, 0))
    }
  })

  it('lists every void, deletion, refund and removal with its user, its reason and the money that went back', async () => {
    const database = await kestrel()
    const { rows, takenBack } = await database.read((db) => activityReport(db, ALL))
    expect(
      rows.map(({ date, action, ref, customerNumber, money }) => [date, action, ref, customerNumber, money]),
    ).toEqual([
      ['2026-01-29', 'remove_from_package', 'CP-1008', 'C-006', 0],
      ['2026-01-25', 'invoice_delete', 'INV-2002', 'C-001', 0],
      ['2026-01-20', 'package_refund', 'CP-1005', 'C-005', 50_000],
      ['2026-01-18', 'invoice_refund', 'INV-2007', 'C-004', rows[3]!.invoiceTotal! - 26_519],
      ['2026-01-12', 'invoice_void', 'INV-2003', 'C-002', rows[4]!.invoiceTotal],
    ])
    expect(rows.at(-1)!.reason).toBe('wrong aircraft')
    expect(new Set(takenBack.map(({ user }) => user))).toEqual(new Set(['Sam Whitfield']))
  })
})
