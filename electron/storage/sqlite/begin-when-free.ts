import type { Database as Sqlite } from 'better-sqlite3'
import { setTimeout as wait } from 'node:timers/promises'

/** So long another program that writes into the file is waited for. */
const LONGEST_WAIT_MS = 5_000
const FIRST_PAUSE_MS = 2
const LONGEST_PAUSE_MS = 50

/**
 * Begins a transaction as soon as no other program writes. SQLite's own waiting would hold up this whole process, its
 * windows and its refusals included; so the connection itself does not wait, and is asked again after a pause.
 */
export async function beginWhenFree(sqlite: Sqlite, begin: string): Promise<void> {
  const end = performance.now() + LONGEST_WAIT_MS
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      sqlite.exec(begin)
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error
    }
    await wait(pause)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
}
