import { describe, expect, it } from 'vitest'
import { liabilityByCustomerPackage, liabilityReport } from '../../electron/reports/liability/liability.ts'
import type { Database } from '../../electron/storage/database.ts'
import type { Liability } from '../../shared/contract/liability.ts'
import { daysBefore, type BusinessDate } from '../../shared/dates.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { engineBalances } from '../model/engine.ts'
import { randomSchool } from '../model/random-school.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const day = (text: string) => text as BusinessDate

function report(database: Database, from: string | null, to: string): Promise<Liability> {
  return database.read((db) => liabilityReport(db, { from: from === null ? null : day(from), to: day(to) }))
}

async function dates(database: Database): Promise<BusinessDate[]> {
  const rows = await database.read((db) => db.selectFrom('entries').select('date').distinct().orderBy('date').execute())
  return rows.map(({ date }) => day(date))
}

/** "12.50" in minor units, whatever their decimals. */
const minor = (text: string) => Number(text.replace('.', ''))

/** What `balances --as-of` gives, added up. */
async function balancesAt(database: Database, date: string) {
  const { packages, accounts } = await engineBalances(database, date)
  const funds = packages.map((pack) => minor(pack.funds))
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const remaining: Record<string, number> = {}
  const dollars: Record<string, number> = {}
  for (const line of packages.flatMap(({ lines }) => lines)) {
    remaining[line.code] = (remaining[line.code] ?? 0) + minor(line.remaining)
    dollars[line.code] = (dollars[line.code] ?? 0) + minor(line.dollarsRemaining)
  }
  return {
    byRef: Object.fromEntries(packages.map((pack) => [pack.ref, minor(pack.funds)])),
    liability: sum(funds.filter((each) => each > 0)),
    receivable: 0 - sum(funds.filter((each) => each < 0)),
    accounts: sum(accounts.map(({ balance }) => minor(balance))),
    remaining,
    dollars,
  }
}

async function expectTied(database: Database, from: BusinessDate | null, to: BusinessDate): Promise<Liability> {
  const made = await report(database, from, to)
  const expected = await balancesAt(database, to)
  expect(made.total).toMatchObject({
    closing: expected.liability - expected.receivable,
    liability: expected.liability,
    receivable: expected.receivable,
  })
  expect(made.accounts.closing).toBe(expected.accounts)
  for (const row of made.unflown) {
    expect(row.quantity + row.removedQuantity, row.code).toBe(expected.remaining[row.code])
    expect(row.dollars + row.removedDollars, row.code).toBe(expected.dollars[row.code])
  }
  expect(made.unflown.map(({ code }) => code).toSorted()).toEqual(Object.keys(expected.remaining).toSorted())
  const each = await database.read((db) => liabilityByCustomerPackage(db, { from, to }, null))
  const closings = Object.fromEntries(each.map(({ ref, closing }) => [ref, closing]))
  for (const [ref, funds] of Object.entries(expected.byRef)) expect(closings[ref] ?? 0, ref).toBe(funds)
  return made
}

describe('the liability report ties to the balances', () => {
  it('of the example school, at the end of every day', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const all = await dates(database)
    for (const date of [daysBefore(all[0]!, 1), ...all]) await expectTied(database, null, date)
  })

  it.each(['harrier', 'wide-usd', 'wide-jpy', 'wide-kwd'])(
    'of the school %s, where payments are reversed, balances brought over, packages lapse and customers merge',
    async (name) => {
      const database = await emptySchool()
      await importFiles(database, schoolFiles(name))
      const all = await dates(database)
      for (const date of all.filter((_, index) => index % 7 === 0 || index === all.length - 1)) {
        await expectTied(database, null, date)
        await expectTied(database, daysBefore(date, 20), date)
      }
    },
    120_000,
  )

  it.each([
    [11, 'USD'],
    [12, 'JPY'],
    [13, 'KWD'],
  ])(
    'of the generated school %i in %s, and what one period ends with, the next begins with',
    async (seed, currency) => {
      const database = await emptySchool()
      await importFiles(database, randomSchool(seed, { customers: 8, actions: 400, currency }).files)
      const all = await dates(database)
      const ends = all.filter((_, index) => index % 9 === 5 || index === all.length - 1)
      let from: BusinessDate | null = null
      let before: Liability | undefined
      const sums = { tax: 0, revenue: 0, drawn: 0, givenBack: 0 }
      for (const to of ends) {
        const made = await expectTied(database, from, to)
        expect(made.total.opening).toBe(before?.total.closing ?? 0)
        expect(made.accounts.opening).toBe(before?.accounts.closing ?? 0)
        expect(made.onOpenInvoices.opening).toBe(before?.onOpenInvoices.closing ?? 0)
        sums.tax += made.revenueTotal.tax
        sums.revenue += made.revenueTotal.revenue
        sums.drawn += made.total.drawn
        sums.givenBack += made.total.givenBack
        before = made
        from = daysBefore(to, -1)
      }
      // Parts of the time add up to the whole, rounding and all.
      const whole = await report(database, null, ends.at(-1)!)
      expect(sums).toEqual({
        tax: whole.revenueTotal.tax,
        revenue: whole.revenueTotal.revenue,
        drawn: whole.total.drawn,
        givenBack: whole.total.givenBack,
      })
      expect(whole.taxes.reduce((sum, { tax }) => sum + tax, 0)).toBe(whole.revenueTotal.tax)
    },
  )

  it('and every point of its chart is the report of that day', async () => {
    const database = await emptySchool()
    await importFiles(database, randomSchool(14, { customers: 6, actions: 700 }).files)
    const all = await dates(database)
    const months = await report(database, null, all.at(-1)!)
    expect(months.series.step).toBe('month')
    const days = await report(database, all[20]!, daysBefore(all[20]!, -40))
    expect(days.series).toMatchObject({ step: 'day' })
    expect(days.series.points).toHaveLength(41)
    for (const { date, ...point } of [...months.series.points, ...days.series.points.slice(0, 12)]) {
      const { liability, receivable, accounts } = await balancesAt(database, date)
      expect(point, date).toEqual({ liability, receivable, accounts })
    }
  })
})

describe('the liability report of the example school', () => {
  it('names each way in which funds move', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const { total, packages, revenue } = await report(database, '2026-01-20', '2026-01-22')
    expect(total).toMatchObject({ transfersIn: 80_000, transfersOut: 100_000, refunded: 50_000, givenBack: 0 })
    expect(packages.map((row) => row.package)).toEqual(['PPL', 'IFR', 'BLOCK10', 'STARTER'])
    expect(revenue).toEqual([])
    const voided = await report(database, '2026-01-12', '2026-01-12')
    // INV-2003 went back, INV-2004 was drawn: 1.30 and 1.50 hours of C172S at its frozen rate.
    expect(voided.total.givenBack).toBe(voided.revenueTotal.givenBack)
    expect(voided.total.drawn).toBe(voided.revenueTotal.sold)
    expect(voided.total.drawn).toBeGreaterThan(voided.total.givenBack)
  })

  it('shows the sales tax contained in each line, and takes it back with a refund', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const sold = await report(database, '2026-01-17', '2026-01-17')
    const refunded = await report(database, '2026-01-18', '2026-01-18')
    const headset = (of: Liability) => of.revenue.find(({ code }) => code === 'HEADSET')!
    expect(headset(sold).tax).toBeGreaterThan(0)
    expect(headset(sold).tax).toBe(Math.round(headset(sold).sold - headset(sold).sold / 1.065))
    expect(headset(refunded)).toMatchObject({ revenue: -headset(sold).revenue, tax: -headset(sold).tax })
  })
})
