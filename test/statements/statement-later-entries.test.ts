import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { makeStatement, type MadeStatement } from '../../electron/statements/statement.ts'
import type { StatementChoice } from '../../shared/contract/statements.ts'
import { businessDate } from '../../shared/dates.ts'
import type { Outcome } from '../../shared/failure.ts'
import type { Database } from '../../electron/storage/database.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const TODAY = businessDate('2026-02-01')

/** The activity up to the middle, no invoice cut in two. */
function firstHalf(activity: string): string {
  const rows: string[][] = parse(activity, { bom: true })
  const ref = rows[0]!.indexOf('ref')
  let end = Math.floor(rows.length / 2)
  while (rows[end]![ref] === rows[end - 1]![ref]) end++
  return stringify(rows.slice(0, end))
}

function made(outcome: Outcome<MadeStatement>): MadeStatement {
  if (!outcome.ok) throw new Error(outcome.failure.message)
  return outcome.value
}

/** The statements of every customer package and every customer at some days, as far as there was anything to state. */
function statementsOf(database: Database, days: readonly string[]) {
  return database.read(async (db) => {
    const refs = await db.selectFrom('customer_packages').select('ref').execute()
    const customers = await db.selectFrom('customers').select('number').execute()
    const abouts: StatementChoice['about'][] = [
      ...refs.map(({ ref }) => ({ of: 'package' as const, ref })),
      ...customers.map(({ number }) => ({ of: 'customer' as const, number })),
    ]
    const statements: { choice: StatementChoice; value: MadeStatement }[] = []
    for (const day of days) {
      for (const about of abouts) {
        const choice = { about, asOf: businessDate(day), from: null, inWords: false, notes: false, short: false }
        const outcome = await makeStatement(db, { choice, today: TODAY, head: null })
        if (outcome.ok) statements.push({ choice, value: outcome.value })
      }
    }
    return statements
  })
}

describe('a statement', () => {
  it.each(['wide-usd'])('stays as it was, whatever is recorded later with an earlier day (%s)', async (name) => {
    const files = schoolFiles(name)
    const days = ['2025-02-01', '2025-08-01', '2026-01-15', '2027-01-01']
    const database = await emptySchool()
    const half = { ...files, 'activity.csv': firstHalf(files['activity.csv']!) }
    expect(await importFiles(database, half)).toMatchObject({ outcome: 'imported' })
    const before = await statementsOf(database, days)
    expect(await importFiles(database, files)).toMatchObject({ outcome: 'imported' })
    const now = await statementsOf(database, days)
    const again = await database.read(async (db) => {
      const digests: string[] = []
      for (const { choice, value } of before) {
        const { entry: number, hash } = value.statement.head
        digests.push(made(await makeStatement(db, { choice, today: TODAY, head: { number, hash } })).digest)
      }
      return digests
    })
    expect(again).toEqual(before.map(({ value }) => value.digest))
    // Otherwise nothing was recorded later that the digests could have taken in.
    expect(now.map(({ value }) => value.digest)).not.toEqual(again)
  })
})
