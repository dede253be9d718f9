import { copyFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { makeDurable, makeFolderDurable } from './durable-file.ts'
import { serverOf } from './server-folder.ts'
import { describeFile } from './sqlite/describe-file.ts'
import { copySchool as copyFile, schoolFileIn } from './sqlite/files.ts'
import { temporaryName } from './temporary-files.ts'
import { StorageProblem } from './problem.ts'

/** The school of a server as this desk last saw it whole: to be looked at while the server is out of reach. */
const FILE = 'last-seen.blocktime'

/** When the copy that a desk's folder holds was the school; null where it holds none. */
export function lastSeenAt(folder: string): Date | null {
  if (serverOf(folder) === null) return null
  return statSync(join(folder, FILE), { throwIfNoEntry: false })?.mtime ?? null
}

/** The school was looked at, and is as the copy has it. */
export function seenAgain(folder: string, at: Date): void {
  utimesSync(join(folder, FILE), at, at)
}

/** Copies the school beside the desk; the copy before it stays until the new one is whole. */
export async function keepLastSeen(database: Database, folder: string): Promise<void> {
  const fresh = temporaryName(join(folder, FILE))
  try {
    await database.copyTo(fresh)
    makeDurable(fresh)
    renameSync(fresh, join(folder, FILE))
    makeFolderDurable(folder)
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** Copies the closed school of a data folder into another folder, as it is, or as this desk last saw it. */
export function copySchool(folder: string, into: string): void {
  if (serverOf(folder) === null) copyFile(folder, into)
  else copyFileSync(join(folder, FILE), schoolFileIn(into))
}

/** Whether there is a school to be looked at in a data folder, without the server. */
export function canBeLookedAt(folder: string): boolean {
  try {
    return describeFile(serverOf(folder) === null ? schoolFileIn(folder) : join(folder, FILE)).school !== null
  } catch (error) {
    if (error instanceof StorageProblem) return false
    throw error
  }
}
