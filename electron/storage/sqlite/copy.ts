import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { DATABASE_FILE } from '../database.ts'

/** SHA-256 of a file, hexadecimal. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** Makes a file and its name durable: the content first, then the folder that names it. */
export function makeDurable(file: string): void {
  for (const path of [file, dirname(file)]) {
    // Windows cannot open a folder; its file system makes the rename durable by itself.
    if (path !== file && process.platform === 'win32') continue
    const handle = openSync(path, path === file ? 'r+' : 'r')
    fsyncSync(handle)
    closeSync(handle)
  }
}

/**
 * Puts a checked file in the place of a data folder's database. The present one is kept aside under a dated name;
 * answers that name, or null where there was none. Throws SQLITE_BUSY where another program has it open.
 */
export function replaceDatabase(dataFolder: string, file: string, now: Date): string | null {
  const present = join(dataFolder, DATABASE_FILE)
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
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) throw error
  } finally {
    database.close()
  }
}
