import { join } from 'node:path'
import { importSchool } from '../../school/csv/import-school.ts'
import type { SchoolFolder } from '../../school/csv/school-files.ts'
import { readAhead } from '../../school/csv/school-rows.ts'
import type { Database } from '../../storage/database.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { openRawWriter } from '../../storage/raw-rows.ts'
import { tableRows } from '../../storage/table-rows.ts'
import { times, within, type BenchLine } from './line.ts'
import { noTimes, sum, timeOnce } from './timing.ts'

/** What an import writes, parents first. */
const WRITTEN = [
  'school',
  'catalogue',
  'packages',
  'package_lines',
  'customers',
  'users',
  'role_permissions',
  'customer_packages',
  'customer_package_lines',
  'package_list',
  'entries',
  'texts',
  'record_mentions',
  'accounts',
  'account_balances',
  'postings',
  'history',
  'invoices',
  'invoice_lines',
  'invoice_payments',
  'latest_entries',
] as const

/** Brings in a school; throws where it is refused. Answers how many actions it has. */
export async function fill(database: Database, school: SchoolFolder): Promise<number> {
  const result = await database.write((db) =>
    importSchool(db, school, { userId: null, now: new Date() }, () => undefined),
  )
  if (result.outcome === 'refused') throw new Error(`the bench school is refused: ${result.errors[0]?.message}`)
  return result.imported.activity
}

/**
 * Brings in the school, and writes the same rows by prepared statements into another file. Once each: both take long
 * enough to have the machine's moods in them.
 */
export async function importingLines(large: Database, school: SchoolFolder, folder: string): Promise<BenchLine[]> {
  readAhead(school)
  const [imported, written] = [noTimes(), noTimes()]
  const before = process.memoryUsage.rss()
  const actions = await timeOnce(imported, () => fill(large, school))
  const grown = (process.memoryUsage.rss() - before) / 1e6
  const empty = await openDatabase(join(folder, 'raw'))
  const file = empty.file
  await empty.close()
  const parts = WRITTEN.map((table) => tableRows(large.file, table))
  const raw = openRawWriter(file)
  try {
    await timeOnce(written, () => raw.write(parts))
  } finally {
    raw.close()
  }
  return [
    times('importing', sum(imported.wall), sum(written.wall), 2.5, 'ms'),
    times('importing_cpu', sum(imported.cpu), sum(written.cpu), 2.5, 'ms'),
    within('importing_memory', grown, 150, 'MB', { actions }),
  ]
}
