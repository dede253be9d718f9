import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { migrations } from '../../../migrations/index.ts'
import { StorageProblem } from '../problem.ts'
import { APPLICATION_ID } from './connection.ts'

const BYTES = 100
// The places in the header of every SQLite file.
const PAGES = 28
const USER_VERSION = 60
const APPLICATION = 68

/**
 * Refuses a file of another program, or of a newer Blocktime, by its first bytes: opening it would already change it.
 * Only before this process has it open: to close a file that was opened beside SQLite gives up its locks.
 */
export function insistOnOwnHeader(file: string): void {
  // With a log the header may not be the newest; and then it is a file that this program works on.
  if (!existsSync(file) || existsSync(`${file}-wal`)) return
  const header = Buffer.alloc(BYTES)
  const handle = openSync(file, 'r')
  const read = readSync(handle, header, 0, BYTES, 0)
  closeSync(handle)
  if (read === 0) return
  if (read < BYTES || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new StorageProblem('damaged', { file })
  // A file that was just made has a page and nothing in it, not even the mark.
  if (header.readUInt32BE(APPLICATION) !== APPLICATION_ID && header.readUInt32BE(PAGES) > 1)
    throw new StorageProblem('foreign', { file })
  if (header.readUInt32BE(USER_VERSION) > migrations.length) throw new StorageProblem('newer', { file })
}
