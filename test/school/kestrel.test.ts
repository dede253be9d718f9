import { describe, expect, it } from 'vitest'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { schoolBalances } from '../../electron/reports/packages/school-balances.ts'
import { schoolHistory } from '../../electron/reports/packages/school-history.ts'
import { balancesJson, historyJson } from '../../electron/reports/packages/school-json.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { exportCsv } from '../../electron/school/csv/export-csv.ts'
import type { Database } from '../../electron/storage/database.ts'
import { kestrelExpected, kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

async function balances(database: Database, asOf: string | null): Promise<string> {
  const choice = { asOf: asOf as BusinessDate | null, customer: null, today: businessDate('2026-02-01') }
  return `${JSON.stringify(balancesJson(await database.read((db) => schoolBalances(db, choice)), asOf !== null, 2), null, 1)}\n`
}

async function history(database: Database): Promise<string> {
  return `${JSON.stringify(historyJson(await database.read((db) => schoolHistory(db, null)), 2), null, 1)}\n`
}

describe('the example school', () => {
  it('gives exactly its expected balances, histories and as-of balances', async () => {
    const database = await emptySchool()
    expect(await importFiles(database, kestrelFiles())).toMatchObject({ outcome: 'imported', changed: true })
    expect(await balances(database, null)).toBe(kestrelExpected('balances'))
    expect(await balances(database, '2026-01-16')).toBe(kestrelExpected('as-of-2026-01-16'))
    expect(await history(database)).toBe(kestrelExpected('history'))
    expect((await verifySchool(database, null)).ok).toBe(true)
  })

  it('imported a second time changes nothing and says so', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const head = (await verifySchool(database, null)).head
    expect(await importFiles(database, kestrelFiles())).toMatchObject({
      outcome: 'imported',
      changed: false,
      alreadyThere: { activity: 45 },
    })
    expect((await verifySchool(database, null)).head).toEqual(head)
  })

  it('exported as CSV imports into an empty data folder with the same balances and history', async () => {
    const first = await emptySchool()
    await importFiles(first, kestrelFiles())
    const second = await emptySchool()
    const files = Object.fromEntries(await first.read(exportCsv))
    expect(await importFiles(second, files)).toMatchObject({ outcome: 'imported' })
    expect(await balances(second, null)).toBe(kestrelExpected('balances'))
    expect(await history(second)).toBe(kestrelExpected('history'))
    expect(await importFiles(first, files)).toMatchObject({ outcome: 'imported', changed: false })
  })
})
