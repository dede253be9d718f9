import { existsSync, readFileSync } from 'node:fs'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The counts of vitest's JSON report; a run that failed without a failed test (a file that does not load) counts one. */
export function unitCounts(file: string, ok: boolean): Counts {
  if (!existsSync(file)) return atLeastOneFailure({ passed: 0, failed: 0, skipped: 0 }, ok)
  const report: { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number } =
    JSON.parse(readFileSync(file, 'utf8'))
  const skipped = report.numPendingTests + report.numTodoTests
  return atLeastOneFailure({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, ok)
}

/** The counts of Playwright's JSON report. */
export function browserCounts(file: string, ok: boolean): Counts {
  if (!existsSync(file)) return atLeastOneFailure({ passed: 0, failed: 0, skipped: 0 }, ok)
  const { stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  return atLeastOneFailure(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
    ok,
  )
}

function atLeastOneFailure(counts: Counts, ok: boolean): Counts {
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}
