import type { Database as Sqlite } from 'better-sqlite3'
import { statSync } from 'node:fs'
import { StorageProblem } from '../problem.ts'

/** Up to this size all pages are checked at the start; a larger file is checked in a thread right after it. */
const CHECKED_AT_ONCE = 48 * 1024 * 1024

/** Looks at the pages of a file before anything is written into it. Throws a StorageProblem where one is damaged. */
export function insistOnWhole(file: string, sqlite: Sqlite): void {
  if (!isLarge(file)) {
    if (!isWhole(sqlite)) throw new StorageProblem('damaged', { file })
    return
  }
  const { size } = statSync(file)
  const pages =
    Number(sqlite.pragma('page_count', { simple: true })) * Number(sqlite.pragma('page_size', { simple: true }))
  // Pages that lie in the log alone may be missing in the file; it is never a page longer than it says.
  if (size % 512 !== 0 || size > pages) throw new StorageProblem('damaged', { file })
}

/** Whether the start would take long over all pages of a file. */
export function isLarge(file: string): boolean {
  return statSync(file).size > CHECKED_AT_ONCE
}

/** Whether all pages are whole; looks no further than the first that is not. */
export function isWhole(sqlite: Sqlite): boolean {
  return sqlite.pragma('quick_check(1)', { simple: true }) === 'ok'
}
