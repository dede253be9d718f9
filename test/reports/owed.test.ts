import { describe, expect, it } from 'vitest'
import { agingReport } from '../../electron/reports/lists/aging.ts'
import { packageBalance } from '../../electron/reports/packages/package-balance.ts'
import { invoicesPage } from '../../electron/reports/lists/invoices-list.ts'
import { owedReport } from '../../electron/reports/lists/owed.ts'
import { openInvoices } from '../../electron/reports/lists/open-invoices-store.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { engineBalances } from '../model/engine.ts'
import { randomSchool } from '../model/random-school.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const day = (text: string) => text as BusinessDate

describe('what is owed to the school', () => {
  it('is what is due on invoices and owed on packages, by age, by customer and in all', async () => {
    const database = await emptySchool()
    const files = kestrelFiles()
    const made = '2026-03-01,desk,invoice,INV-3001,C-005,,SIM,2.00,,,,,\n'
    const part = '2026-03-02,desk,invoice_payment,INV-3001,,,,,50.00,cash,,,\n'
    const flown = '2026-03-03,desk,invoice,INV-3002,C-005,CP-1006,C172S,1.00,,,,,\n'
    const byCard = '2026-03-03,desk,invoice_payment,INV-3002,,,,,,card,,,\n'
    const activity = `${files['activity.csv'] ?? ''}${made}${part}${flown}${byCard}`
    await importFiles(database, { ...files, 'activity.csv': activity })
    const report = await database.read((db) => owedReport(db, day('2026-03-21')))
    const invoice = report.rows.find(({ ref }) => ref === 'INV-3001')
    expect(invoice).toMatchObject({ of: 'invoice', customerNumber: 'C-005', days: 20 })
    expect(invoice?.owed).toBe((invoice?.amount ?? 0) - 5_000)
    const sumOf = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
    const owed = sumOf(report.rows.map((row) => row.owed))
    expect(sumOf(report.ages.map(({ total }) => total))).toBe(owed)
    expect(sumOf(report.customers.map(({ total }) => total))).toBe(owed)
    expect(report.total.total).toBe(owed)
    const toPay = sumOf(report.rows.map((row) => row.toPay ?? 0))
    expect(report.total.toPay).toBe(toPay)
    // An hour of 175.75 and 6.5 % tax that the card paid, not the package.
    expect(report.total.packages - toPay).toBe(18_717)
    expect(report.rows.map(({ days }) => days)).toEqual(report.rows.map(({ days }) => days).toSorted((a, b) => b - a))
    expect(report.customers.find(({ number }) => number === 'C-003')?.credit).toBe(40_000)
  })

  it.each([21, 22])('has today exactly the invoices that are open or partially paid (school %i)', async (seed) => {
    const database = await emptySchool()
    await importFiles(database, randomSchool(seed, { customers: 8, actions: 400, currency: 'USD' }).files)
    const open = await database.read((db) =>
      openInvoices(db, { asOf: day('2099-12-31'), head: null, customerId: null }),
    )
    const page = { search: '', status: null, after: null, limit: 1_000 }
    const { rows } = await database.read((db) => invoicesPage(db, page))
    const due = rows.filter((row) => row.due > 0).map((row) => [row.ref, row.due])
    expect(open.map((row) => [row.ref, row.due]).toSorted()).toEqual(due.toSorted())
    expect(open.length).toBeGreaterThan(3)
  })

  it.each([
    ['harrier', '2026-03-10'],
    ['harrier', '2026-11-25'],
    ['wide-usd', '2025-08-01'],
    ['wide-kwd', '2025-08-01'],
  ])('is on packages what the balances of the day say, whatever lapsed since (%s, %s)', async (name, date) => {
    const database = await emptySchool()
    await importFiles(database, schoolFiles(name))
    const { rows } = await database.read((db) => agingReport(db, day(date)))
    const { packages } = await engineBalances(database, date)
    const digits = name === 'wide-kwd' ? 3 : 2
    for (const { ref, owed, toPay } of rows) {
      const shown = await database.read((db) => packageBalance(db, ref, day(date)))
      expect(shown).toMatchObject({ ok: true, value: { owed, toPay } })
      const balance = packages.find((pack) => pack.ref === ref)
      expect({ ref, owed: (owed / 10 ** digits).toFixed(digits) }).toEqual({ ref, owed: balance?.owed })
    }
    expect(rows.length).toBeGreaterThan(0)
  })

  it('is an account below zero, too, also of a customer who owes nothing else', async () => {
    const database = await emptySchool()
    await importFiles(database, schoolFiles('harrier'))
    // The deposit of K-5 was recalled after most of it was spent.
    const report = await database.read((db) => owedReport(db, day('2026-11-25')))
    expect(report.customers.at(-1)).toMatchObject({ number: 'K-5', total: 0, credit: -195_458, oldestDays: 0 })
    expect(report.total).toMatchObject({ belowZero: 195_458, credit: 11_525 })
    const before = await database.read((db) => owedReport(db, day('2026-05-05')))
    expect(before.customers.map(({ number }) => number)).not.toContain('K-5')
    expect(before.total.belowZero).toBe(0)
  })

  it('is on an earlier day what was open then, whatever was paid since', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const open = async (asOf: string) =>
      (await database.read((db) => openInvoices(db, { asOf: day(asOf), head: null, customerId: null }))).map(
        ({ ref }) => ref,
      )
    // INV-2002 was deleted unpaid on the 25th.
    expect(await open('2026-01-24')).toContain('INV-2002')
    expect(await open('2026-01-25')).not.toContain('INV-2002')
  })
})
