import { done, type Outcome } from '../../../shared/failure.ts'
import type { Rebuilt } from '../../school/backups/rebuild.ts'
import type { Database } from '../../storage/database.ts'
import type { Progress } from '../../verification/made-again.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'

/**
 * Makes the rows that follow from the ledger anew, after a backup of what is there, both in threads: windows are
 * answered meanwhile, and only what is to be recorded while the rows are written waits. Ended in between, it leaves
 * everything as it was. Refused: storage where the backup cannot be made; damaged where the ledger itself is.
 */
export async function rebuildInThreads(
  database: Database,
  threads: ReadingThreads,
  now: Date,
  progress: Progress,
): Promise<Outcome<Rebuilt>> {
  if (database.trouble) return { ok: false, failure: database.trouble.failure }
  const kept = await threads.run({ rebuild: 'backup' }, now)
  if ('failure' in kept) return { ok: false, failure: kept.failure }
  const backup = kept.value as Outcome<string>
  if (!backup.ok) return backup
  const made = await database.alone(() => threads.run({ rebuild: 'rows' }, now, progress))
  if ('failure' in made) return { ok: false, failure: made.failure }
  const mended = made.value as Outcome<readonly string[]>
  return mended.ok ? done({ backup: backup.value, mended: mended.value }) : mended
}
