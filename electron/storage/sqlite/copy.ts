import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { moveTogether, type Move } from '../moved-together.ts'
import { StorageProblem } from '../problem.ts'
import { schoolFileIn } from './files.ts'
import { asStorageProblem } from './sqlite-problem.ts'

/**
 * Puts a file in the place of a data folder's school, in one step that a kill or a full disk cannot split. The present
 * one is kept aside under a dated name, with the log that belongs to it; answers that name, or null where there was
 * none. Throws a StorageProblem (busy) where another program has it open.
 * @param fresh the new file, whole and durable, in the data folder
 * @param beside what else takes a new name in the same step
 */
export function replaceDatabase(
  dataFolder: string,
  fresh: string,
  { now, beside }: { now: Date; beside: readonly Move[] },
): string | null {
  const present = schoolFileIn(dataFolder)
  const name = basename(present)
  const aside = `${name}.kept-${now.toISOString().replace(/[:.]/g, '-')}`
  if (dirname(fresh) !== dirname(present)) throw new Error('a file is moved in within the data folder only')
  const there = existsSync(present)
  if (there) insistOnBeingAlone(present)
  // An index of the log is made again by whoever opens the log.
  rmSync(`${present}-shm`, { force: true })
  // What a log holds belongs to the file that was there: it goes with it, and before it.
  const log = existsSync(`${present}-wal`) ? [{ from: `${name}-wal`, to: `${aside}-wal`, replaces: false }] : []
  moveTogether(dataFolder, [
    ...log,
    ...(there ? [{ from: name, to: aside, replaces: false }] : []),
    { from: basename(fresh), to: name, replaces: true },
    ...beside,
  ])
  return there ? join(dataFolder, aside) : null
}

/** Gives the school's file a dated name beside it; answers that name, or null where there was none. */
export function setAside(dataFolder: string, now: Date): string | null {
  const present = schoolFileIn(dataFolder)
  if (!existsSync(present)) return null
  insistOnBeingAlone(present)
  rmSync(`${present}-shm`, { force: true })
  const name = basename(present)
  const aside = `${name}.moved-${now.toISOString().replace(/[:.]/g, '-')}`
  const log = existsSync(`${present}-wal`) ? [{ from: `${name}-wal`, to: `${aside}-wal`, replaces: false }] : []
  moveTogether(dataFolder, [...log, { from: name, to: aside, replaces: false }])
  return join(dataFolder, aside)
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
