import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, WriteDb } from './database.ts'
import { makeDurable, makeFolderDurable, PRIVATE } from './durable-file.ts'
import { serverOf } from './server-folder.ts'
import { asSingleFile, describeFile } from './sqlite/describe-file.ts'
import { copySchool as copyFile, schoolFileIn } from './sqlite/files.ts'
import { openDatabase as openFile } from './sqlite/sqlite-database.ts'
import { temporaryName } from './temporary-files.ts'
import { StorageProblem } from './problem.ts'

/** The school of a server as this desk last saw it whole: to be looked at while the server is out of reach. */
const FILE = 'last-seen.blocktime'

/** When the copy that a desk's folder holds was the school; null where it holds none. */
export function lastSeenAt(folder: string): Date | null {
  if (serverOf(folder) === null) return null
  return statSync(join(folder, FILE), { throwIfNoEntry: false })?.mtime ?? null
}

/** How large the copy is; 0 where there is none. */
export function lastSeenBytes(folder: string): number {
  return statSync(join(folder, FILE), { throwIfNoEntry: false })?.size ?? 0
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

/**
 * Changes the copy that a desk has of a school; it stays as it is until the changed one is whole, or where the work
 * answers false. Answers whether it was changed: not where there is none, or one of another schema.
 */
export async function changeLastSeen(
  folder: string,
  schema: number,
  work: (copy: WriteDb) => Promise<boolean>,
): Promise<boolean> {
  const file = join(folder, FILE)
  if (!existsSync(file) || describeFile(file).version !== schema) return false
  const aside = temporaryName(join(folder, 'copy'))
  mkdirSync(aside, { mode: PRIVATE.folder })
  try {
    const fresh = schoolFileIn(aside)
    copyFileSync(file, fresh)
    const copy = await openFile(aside)
    const isChanged = await copy.write(work).finally(() => copy.close())
    if (!isChanged) return false
    asSingleFile(fresh)
    makeDurable(fresh)
    renameSync(fresh, file)
    makeFolderDurable(folder)
    return true
  } finally {
    rmSync(aside, { recursive: true, force: true })
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
