import SqliteDatabase, { type Database } from 'better-sqlite3'
import { chmodSync, statSync } from 'node:fs'
import { PRIVATE } from '../durable-file.ts'

/** 'BLKT': marks a file as a Blocktime school. */
export const APPLICATION_ID = 0x424c4b54

/** Every connection gets these: the file's own settings do not outlive it, and SQLite's defaults are not safe enough. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  // Without it INSERT OR REPLACE walks past the triggers that forbid update and delete.
  'recursive_triggers = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'busy_timeout = 5000',
  'fullfsync = ON',
  'checkpoint_fullfsync = ON',
  'cache_size = -32000',
  'temp_store = MEMORY',
  // What is erased is overwritten, not only unlinked.
  'secure_delete = ON',
]

/** Opens the connection that writes. There is one in a process. */
export function openWriter(file: string): Database {
  const database = new SqliteDatabase(file)
  try {
    keepPrivate(file)
    for (const pragma of PRAGMAS) database.pragma(pragma)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** SQLite gives its log and index the mode of the file, which it makes readable for everybody. */
function keepPrivate(file: string): void {
  const { mode } = statSync(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(file, PRIVATE.file)
}

/** Opens a connection that can only read; it sees what was committed before each of its transactions. */
export function openReader(file: string): Database {
  const database = openWriter(file)
  database.pragma('query_only = ON')
  // A page of a list needs few pages of the file; what an import changes needs many.
  database.pragma('cache_size = -8000')
  return database
}

/**
 * better-sqlite3 falls back to synchronous=NORMAL on a file that is in WAL mode, and the pragma reads FULL right after
 * the switch: a power loss would then take acknowledged entries. So it is set and read back after the first write.
 */
export function insistOnDurability(database: Database): void {
  database.pragma('synchronous = FULL')
  const level = database.pragma('synchronous', { simple: true })
  if (level !== 2) throw new Error(`SQLite works with synchronous=${String(level)}, not FULL: it would not be durable`)
}
