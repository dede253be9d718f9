import { say } from '../../shared/words/say.ts'
import type { RowDifference, Scratch } from '../storage/database.ts'
import { DERIVED_INDEX, DERIVED_TABLES, outsideColumns, type DerivedTable } from './derived-tables.ts'
import { MOST_FINDINGS, type Check, type Finding } from './finding.ts'

/** Compares every table with what the log gives: a changed column, a row too many, a row missing each is named. */
export async function compareTables(scratch: Scratch): Promise<Finding[]> {
  const found: Finding[] = []
  // One after the other: all of it is one snapshot on one connection.
  for (const table of DERIVED_TABLES)
    found.push(...(await compared(table, () => scratch.differences(table, outsideColumns(table), MOST_FINDINGS))))
  found.push(...(await compared(DERIVED_INDEX, () => scratch.wordDifferences(DERIVED_INDEX, MOST_FINDINGS))))
  return found
}

/** A comparison that cannot run says so, and hides no other. */
async function compared(
  table: DerivedTable | typeof DERIVED_INDEX,
  differences: () => Promise<RowDifference[]>,
): Promise<Finding[]> {
  const check: Check = table === 'account_balances' ? 'balances' : 'records'
  try {
    return (await differences()).map((difference) => ({
      check,
      entry: entryOf(difference),
      message: inWords(table, difference),
    }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ check, entry: null, message: say('findings.table_not_compared', { table, reason }) }]
  }
}

function inWords(table: string, { key, kind, columns }: RowDifference): string {
  switch (kind) {
    case 'changed':
      return say('findings.row_changed', { table, key, columns: columns.join(', '), count: columns.length })
    case 'missing':
      return say('findings.row_missing', { table, key })
    case 'too many':
      return say('findings.row_too_many', { table, key })
  }
}

/** Where the row's key names an entry, the finding is about that. */
function entryOf({ key }: RowDifference): number | null {
  const entry = /(?:^|, )entry_number (\d+)(?:,|$)/.exec(key)?.[1]
  return entry === undefined ? null : Number(entry)
}
