import type { Database as Sqlite } from 'better-sqlite3'
import type { Durability } from '../database.ts'

/** How durable a connection is, read back from it. */
export function durabilityOf(sqlite: Sqlite): Durability {
  return {
    journalMode: String(sqlite.pragma('journal_mode', { simple: true })),
    synchronous: Number(sqlite.pragma('synchronous', { simple: true })),
    foreignKeys: Number(sqlite.pragma('foreign_keys', { simple: true })),
    recursiveTriggers: Number(sqlite.pragma('recursive_triggers', { simple: true })),
  }
}

/** What SQLite finds wrong with the whole file, page by page and index by index; slow on a big one. */
export function integrityProblems(sqlite: Sqlite): string[] {
  const rows = sqlite.pragma('integrity_check') as { integrity_check: string }[]
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}
