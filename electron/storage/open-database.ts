import type { Database } from './database.ts'
import type { ServerLook } from './postgres/look-at-server.ts'
import type { ServerAddress } from './server-address.ts'
import { serverOf } from './server-folder.ts'
import { moveTogether, type Move } from './moved-together.ts'
import { replaceDatabase, setAside } from './sqlite/copy.ts'
import { holdsSchool as holdsFile } from './sqlite/files.ts'
import { openDatabase as openFile } from './sqlite/sqlite-database.ts'

// The engine that keeps the school. Outside of storage/ nothing names one.
export { forgetLostLog, isEmptied, logIsLost, schoolFileIn } from './sqlite/files.ts'
export { asSingleFile, describeFile, entryHash, type FileDescription } from './sqlite/describe-file.ts'

/**
 * Opens (or makes) the school of a data folder, wherever the folder keeps it, and brings its schema up to date.
 * @param check whether a file's header and pages are looked at first; only where this process does not have it open
 * @param making whether an empty school is made on a server that has none
 * Throws a StorageProblem with a plain sentence where it cannot be worked with.
 */
export async function openDatabase(
  folder: string,
  { check = false, making = true }: { check?: boolean; making?: boolean } = {},
): Promise<Database> {
  const address = serverOf(folder)
  if (address === null) return openFile(folder, { check })
  // Loaded only where a school lies on a server.
  const { openServer } = await import('./postgres/server-database.ts')
  return openServer(folder, address, making)
}

/** Whether a data folder holds a school, whatever is in it, or leads to a server. */
export function holdsSchool(folder: string): boolean {
  return serverOf(folder) !== null || holdsFile(folder)
}

/**
 * Puts a file in the place of a data folder's school, wherever the folder keeps it, in one step. The present one is
 * kept aside; answers as what, or null where there was none.
 * @param fresh the new file, whole and durable, in the data folder
 * @param beside what else takes a new name in the same step
 */
export async function replaceSchool(
  folder: string,
  fresh: string,
  { now, beside }: { now: Date; beside: readonly Move[] },
): Promise<string | null> {
  const address = serverOf(folder)
  if (address === null) return replaceDatabase(folder, fresh, { now, beside })
  const { replaceOnServer } = await import('./postgres/replace-school.ts')
  const aside = await replaceOnServer(address, fresh, now)
  moveTogether(folder, beside)
  return aside
}

/** Looks at a server before anybody works there; Throws as opening it does. @param password null: as it is found */
export async function lookAt(address: ServerAddress, password: string | null): Promise<ServerLook> {
  const { lookAtServer } = await import('./postgres/look-at-server.ts')
  return lookAtServer(address, password)
}

/** Puts the school of a data folder aside, so that the folder keeps none any more; answers as what. */
export async function putSchoolAside(folder: string, now: Date): Promise<string | null> {
  const address = serverOf(folder)
  if (address === null) return setAside(folder, now)
  const { replaceOnServer } = await import('./postgres/replace-school.ts')
  return replaceOnServer(address, null, now)
}
