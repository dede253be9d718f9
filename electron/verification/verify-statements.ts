import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'
import { brokenStatements } from '../statements/issued-store.ts'

/** Every issued statement comes out of the ledger again with the same numbers. */
export async function verifyStatements(db: ReadDb): Promise<Finding[]> {
  return (await brokenStatements(db)).map((number) => ({
    check: 'statements',
    entry: null,
    message: `Statement ${number} does not come out of the ledger again as it was issued.`,
  }))
}
