import { CHECKS, type Check, type Finding } from './finding.ts'
import { readHead, type LedgerHead } from '../ledger/head-store.ts'
import { verifyChain } from './verify-chain.ts'
import { verifyBalanced, verifyBalances } from './verify-sums.ts'
import type { Database } from '../storage/database.ts'
import { verifyStatements } from './verify-statements.ts'
import { verifyRecords } from './verify-records.ts'

/** What each check says, in words. */
const WORDS: Readonly<Record<Check, string>> = {
  file: 'The data file is whole',
  balanced: 'Every entry balances in each commodity',
  balances: 'The balances equal the ledger',
  chain: 'The chain of hashes is whole',
  records: 'Lists and frozen terms agree with the ledger',
  statements: 'Issued statements still come out of the ledger',
}

export interface CheckResult {
  readonly check: Check
  readonly words: string
  readonly findings: readonly Finding[]
}

export interface Verification {
  readonly ok: boolean
  /** the ledger's last entry, to be kept outside the data file */
  readonly head: LedgerHead | null
  readonly checks: readonly CheckResult[]
}

/** Recomputes every balance and the hash chain from the ledger, and says what differs. Reads only. */
export async function verifySchool(database: Database, outsideHead: LedgerHead | null): Promise<Verification> {
  const found: Finding[] = database.fileProblems().map((message) => ({ check: 'file' as const, entry: null, message }))
  const head = await database.read(async (db) => {
    found.push(...(await verifyBalanced(db)), ...(await verifyBalances(db)))
    found.push(...(await verifyChain(db, outsideHead)), ...(await verifyRecords(db)))
    found.push(...(await verifyStatements(db)))
    return readHead(db)
  })
  const checks = CHECKS.map((check) => ({
    check,
    words: WORDS[check],
    findings: found.filter((finding) => finding.check === check),
  }))
  return { ok: found.length === 0, head, checks }
}
