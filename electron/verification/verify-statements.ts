import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'
import { brokenStatements } from '../statements/issued-store.ts'
import { say } from '../../shared/words/say.ts'

/** Every issued statement comes out of the ledger again with the same numbers. */
export async function verifyStatements(db: ReadDb): Promise<Finding[]> {
  return (await brokenStatements(db)).map((number) => ({
    check: 'statements',
    entry: null,
    message: say('findings.statement_otherwise', { number }),
  }))
}
