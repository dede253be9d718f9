import { dirname, join } from 'node:path'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { LedgerHead } from '../../ledger/head-store.ts'
import type { Database } from '../../storage/database.ts'
import { rebuildRows } from '../../verification/rebuild.ts'
import { backUp } from './backup.ts'

export interface Rebuilt {
  /** what was there before */
  readonly backup: string
  /** what was wrong and is made anew */
  readonly mended: readonly string[]
}

/**
 * Makes the rows that follow from the ledger anew, after a backup of what is there, as it is. Refused: storage where
 * the backup cannot be made; damaged where the ledger itself is.
 */
export async function rebuildSchool(database: Database, head: LedgerHead | null, now: Date): Promise<Outcome<Rebuilt>> {
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  const backup = join(dirname(database.file), `before-rebuild-${stamp}.blocktime`)
  const made = await backUp(database, backup, now, { reason: 'rebuild', asItIs: true })
  if (!made.ok) return made
  const rebuilt = await database.write((db) => rebuildRows(db, head))
  return rebuilt.ok ? done({ backup, mended: rebuilt.value.map(({ message }) => message) }) : rebuilt
}
