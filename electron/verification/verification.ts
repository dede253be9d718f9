import { say } from '../../shared/words/say.ts'
import { readHead, type LedgerHead } from '../ledger/head-store.ts'
import type { Database } from '../storage/database.ts'
import { compareTables } from './compare.ts'
import { SHADOWED_TABLES } from './derived-tables.ts'
import { CHECKS, type Check, type Finding } from './finding.ts'
import { makeAgain, type Progress } from './made-again.ts'
import { verifyBalanced } from './verify-balanced.ts'
import { verifyClosings } from './verify-closings.ts'
import { verifyCurrency } from './verify-currency.ts'
import { verifyStatements } from './verify-statements.ts'

/** What each check says, in words. */
const WORDS: Readonly<Record<Check, string>> = {
  file: say('findings.check_file'),
  balanced: say('findings.check_balanced'),
  balances: say('findings.check_balances'),
  chain: say('findings.check_chain'),
  records: say('findings.check_records'),
  statements: say('findings.check_statements'),
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

/**
 * Makes every row that follows from the ledger's entries again and compares it, checks the chain of hashes, and says
 * what differs. Reads only. Each check stands by itself: one that cannot run is a finding that says so.
 */
export async function verifySchool(
  database: Database,
  outsideHead: LedgerHead | null,
  progress?: Progress,
): Promise<Verification> {
  // Of a large file a thread looks at the pages, while the rows are made again here.
  const file = checked('file', () => fileFindings(database))
  const others = [
    ...(await checked('records', () =>
      database.scratch(SHADOWED_TABLES, async (scratch) => [
        ...(await makeAgain(scratch, outsideHead, progress)),
        ...(await compareTables(scratch)),
      ]),
    )),
    ...(await checked('balanced', () => database.read(verifyBalanced))),
    ...(await checked('records', () => database.read(verifyCurrency))),
    ...(await checked('records', () => database.read(verifyClosings))),
    ...(await checked('statements', () => database.read(verifyStatements))),
  ]
  const found: Finding[] = [...(await file), ...others]
  const checks = CHECKS.map((check) => ({
    check,
    words: WORDS[check],
    findings: found.filter((finding) => finding.check === check),
  }))
  return { ok: found.every(({ harmless }) => harmless), head: await headOf(database), checks }
}

async function checked(check: Check, work: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ check, entry: null, message: say('findings.not_run', { reason }) }]
  }
}

async function fileFindings(database: Database): Promise<Finding[]> {
  return (await database.fileProblems()).map((message) => ({ check: 'file', entry: null, message }))
}

/** Null also where the last entry cannot be read: the findings say why. */
async function headOf(database: Database): Promise<LedgerHead | null> {
  try {
    return await database.read(readHead)
  } catch {
    return null
  }
}
