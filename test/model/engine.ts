import { expect } from 'vitest'
import { readSchool } from '../../electron/billing/school-store.ts'
import { schoolBalances } from '../../electron/reports/packages/school-balances.ts'
import { schoolHistory } from '../../electron/reports/packages/school-history.ts'
import { balancesJson, historyJson } from '../../electron/reports/packages/school-json.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import type { Database } from '../../electron/storage/database.ts'

async function minorDigits(database: Database): Promise<number> {
  return (await database.read(readSchool))?.minorDigits ?? 2
}

/** The engine's balances, in the form of `balances --json`. */
export async function engineBalances(database: Database, asOf: string | null = null) {
  const choice = { asOf: asOf as BusinessDate | null, customer: null, today: businessDate('2026-02-01') }
  return balancesJson(
    await database.read((db) => schoolBalances(db, choice)),
    asOf !== null,
    await minorDigits(database),
  )
}

/** The engine's history, in the form of `history --json`. */
export async function engineHistory(database: Database) {
  return historyJson(await database.read((db) => schoolHistory(db, null)), await minorDigits(database))
}

export async function expectVerified(database: Database): Promise<void> {
  const { checks } = await verifySchool(database, null)
  expect(checks.flatMap(({ findings }) => findings)).toEqual([])
}
