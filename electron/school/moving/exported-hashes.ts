import { createHash } from 'node:crypto'
import type { ReadDb } from '../../storage/database.ts'
import { exportCsv } from '../csv/export-csv.ts'
import { exportHledger } from '../journal/export-hledger.ts'

const JOURNAL = 'ledger.journal'

/** A hash of every file that leaves the program of a school: two schools with the same hashes export the same. */
export async function exportedHashes(db: ReadDb): Promise<Map<string, string>> {
  const files = await exportCsv(db)
  const hashes = new Map([...files].map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]))
  const journal = createHash('sha256')
  for await (const part of exportHledger(db)) journal.update(part)
  return hashes.set(JOURNAL, journal.digest('hex'))
}
