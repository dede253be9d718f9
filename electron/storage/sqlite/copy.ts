import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { makeDurable } from '../durable-file.ts'
import { StorageProblem } from '../problem.ts'
import { schoolFileIn } from './files.ts'
import { asStorageProblem } from './sqlite-problem.ts'

/**
 * Puts a checked file in the place of a data folder's database. The present one is kept aside under a dated name;
 * answers that name, or null where there was none. Throws a StorageProblem (busy) where another program has it open.
 */
export function replaceDatabase(dataFolder: string, file: string, now: Date): string | null {
  const present = schoolFileIn(dataFolder)
  const aside = `${present}.kept-${now.toISOString().replace(/[:.]/g, '-')}`
  if (existsSync(present)) {
    insistOnBeingAlone(present)
    renameSync(present, aside)
  }
  // What a write-ahead log holds belongs to the file that was there.
  for (const left of ['-wal', '-shm']) rmSync(`${present}${left}`, { force: true })
  const fresh = `${present}.restoring`
  copyFileSync(file, fresh)
  makeDurable(fresh)
  renameSync(fresh, present)
  makeDurable(present)
  return existsSync(aside) ? aside : null
}

/** Nobody else may have the database open while it is replaced; its log is taken back into it. */
function insistOnBeingAlone(file: string): void {
  const database = new SqliteDatabase(file, { timeout: 1_000 })
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.exec('begin exclusive')
    database.exec('commit')
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.pragma('journal_mode = DELETE')
  } catch (error) {
    // A damaged file is just what a restore replaces; only one in use stops it.
    const problem = asStorageProblem(error, file)
    if (problem instanceof StorageProblem && problem.failure.code === 'busy') throw problem
  } finally {
    database.close()
  }
}
