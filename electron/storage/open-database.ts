import type { Database } from './database.ts'
import { serverOf } from './server-folder.ts'
import { holdsSchool as holdsFile } from './sqlite/files.ts'
import { openDatabase as openFile } from './sqlite/sqlite-database.ts'

// The engine that keeps the school. Outside of storage/ nothing names one.
export { copySchool, forgetLostLog, isEmptied, logIsLost, schoolFileIn } from './sqlite/files.ts'
export { replaceDatabase } from './sqlite/copy.ts'
export { asSingleFile, describeFile, entryHash, type FileDescription } from './sqlite/describe-file.ts'

/**
 * Opens (or makes) the school of a data folder, wherever the folder keeps it, and brings its schema up to date.
 * @param check whether a file's header and pages are looked at first; only where this process does not have it open
 * Throws a StorageProblem with a plain sentence where it cannot be worked with.
 */
export async function openDatabase(folder: string, options: { check?: boolean } = {}): Promise<Database> {
  const address = serverOf(folder)
  if (address === null) return openFile(folder, options)
  // Loaded only where a school lies on a server.
  const { openServer } = await import('./postgres/server-database.ts')
  return openServer(folder, address)
}

/** Whether a data folder holds a school, whatever is in it, or leads to a server. */
export function holdsSchool(folder: string): boolean {
  return serverOf(folder) !== null || holdsFile(folder)
}
