import { describe, expect, it } from 'vitest'
import { businessDate } from '../../shared/dates.ts'
import { currencyOf } from '../../shared/currency.ts'
import { readSchool } from '../../electron/billing/school-store.ts'
import { schoolBalances } from '../../electron/reports/packages/school-balances.ts'
import { schoolHistory } from '../../electron/reports/packages/school-history.ts'
import { balancesJson, historyJson } from '../../electron/reports/packages/school-json.ts'
import { exportCsv } from '../../electron/school/csv/export-csv.ts'
import { importSchool } from '../../electron/school/csv/import-school.ts'
import type { Database } from '../../electron/storage/database.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { schoolExpected, schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, folderOf } from '../temporary-school.ts'

/** The day whose statuses the expected files hold. */
const THEN = new Date('2026-11-25T12:00:00Z')
const TODAY = businessDate('2026-11-25')

const SCHOOLS = [
  ['kestrel', '2026-01-16'],
  ['harrier', '2026-03-10'],
  ['wide-usd', '2025-08-01'],
  ['wide-jpy', '2025-08-01'],
  ['wide-kwd', '2025-08-01'],
] as const

function importOn(database: Database, files: Readonly<Record<string, string>>) {
  return database.write((db) => importSchool(db, folderOf(files), { userId: null, now: THEN }, () => undefined))
}

async function balances(database: Database, asOf: string | null): Promise<unknown> {
  const school = await database.read(readSchool)
  const digits = currencyOf(school?.currency ?? '')?.minorDigits ?? 2
  const choice = { asOf: asOf === null ? null : businessDate(asOf), customer: null, today: TODAY }
  return balancesJson(await database.read((db) => schoolBalances(db, choice)), asOf !== null, digits)
}

async function history(database: Database): Promise<unknown> {
  const school = await database.read(readSchool)
  return historyJson(await database.read((db) => schoolHistory(db, null)), school?.minorDigits ?? 2)
}

describe.each(SCHOOLS)('the example school %s', (name, asOf) => {
  it('gives exactly its expected balances, histories and as-of balances', async () => {
    const database = await emptySchool()
    expect(await importOn(database, schoolFiles(name))).toMatchObject({ outcome: 'imported', changed: true })
    expect(await balances(database, null)).toEqual(JSON.parse(schoolExpected(`${name}.balances`)))
    expect(await balances(database, asOf)).toEqual(JSON.parse(schoolExpected(`${name}.as-of-${asOf}`)))
    expect(await history(database)).toEqual(JSON.parse(schoolExpected(`${name}.history`)))
    expect((await verifySchool(database, null)).checks.flatMap(({ findings }) => findings)).toEqual([])
  })

  it('comes back from its export with the same balances and histories, and changes nothing a second time', async () => {
    const first = await emptySchool()
    await importOn(first, schoolFiles(name))
    const files = Object.fromEntries(await first.read(exportCsv))
    const second = await emptySchool()
    expect(await importOn(second, files)).toMatchObject({ outcome: 'imported', changed: true })
    expect(await balances(second, null)).toEqual(JSON.parse(schoolExpected(`${name}.balances`)))
    expect(await history(second)).toEqual(JSON.parse(schoolExpected(`${name}.history`)))
    expect(await importOn(first, files)).toMatchObject({ outcome: 'imported', changed: false })
  })
})

it('refuses exactly the rows that the rules refuse, and changes nothing', async () => {
  const database = await emptySchool()
  const result = await importOn(database, schoolFiles('refused'))
  const { refusedRows } = JSON.parse(schoolExpected('refused.errors')) as { refusedRows: number[] }
  expect(result.outcome).toBe('refused')
  const rows = result.outcome === 'refused' ? result.errors.map(({ row }) => row) : []
  expect(rows).toEqual(refusedRows)
  expect(await database.read(readSchool)).toBeUndefined()
})
