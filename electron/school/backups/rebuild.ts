import { dirname, join } from 'node:path'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { LedgerHead } from '../../ledger/head-store.ts'
import type { Database } from '../../storage/database.ts'
import type { Progress } from '../../verification/made-again.ts'
import { rebuildRows } from '../../verification/rebuild.ts'
import { backUp } from './backup.ts'

export interface Rebuilt {
  /** what was there before */
  readonly backup: string
  /** what was wrong and is made anew */
  readonly mended: readonly string[]
}

/** Keeps what is there before a rebuild, as it is; answers where. Refused: storage. */
export async function backUpBefore(database: Database, now: Date): Promise<Outcome<string>> {
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  const backup = join(dirname(database.file), `before-rebuild-${stamp}.blocktime`)
  const made = await backUp(database, backup, now, { reason: 'rebuild', asItIs: true })
  return made.ok ? done(backup) : made
}

/**
 * Makes the rows that follow from the ledger anew, in one transaction; answers what was wrong. Refused: damaged where
 * the ledger itself is.
 */
export async function rebuildSchool(
  database: Database,
  head: LedgerHead | null,
  progress: Progress,
): Promise<Outcome<readonly string[]>> {
  const rebuilt = await database.write((db) => rebuildRows(db, head, progress))
  return rebuilt.ok ? done(rebuilt.value.map(({ message }) => message)) : rebuilt
}
