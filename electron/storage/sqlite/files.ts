import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The file's name inside a data folder. */
export const DATABASE_FILE = 'school.blocktime'

/** Where a data folder keeps its school. */
export function schoolFileIn(folder: string): string {
  return join(folder, DATABASE_FILE)
}

/**
 * Whether the newest part of a school's data is gone: its log is not there, but what only accompanies a log is. Whoever
 * closes the data removes both.
 */
export function logIsLost(folder: string): boolean {
  const file = schoolFileIn(folder)
  return existsSync(file) && existsSync(`${file}-shm`) && !existsSync(`${file}-wal`)
}

/** Goes on without the log that was lost. */
export function forgetLostLog(folder: string): void {
  if (logIsLost(folder)) rmSync(`${schoolFileIn(folder)}-shm`, { force: true })
}

/** Copies a closed school's file, with its log, into another folder: as it is. */
export function copySchool(folder: string, into: string): void {
  for (const end of ['', '-wal']) {
    const file = `${schoolFileIn(folder)}${end}`
    if (existsSync(file)) copyFileSync(file, `${schoolFileIn(into)}${end}`)
  }
}

/** Whether a data folder holds a school's file, whatever is in it. */
export function holdsSchool(folder: string): boolean {
  return existsSync(schoolFileIn(folder))
}

/** Whether that file has lost all it held. */
export function isEmptied(folder: string): boolean {
  const file = schoolFileIn(folder)
  return statSync(file, { throwIfNoEntry: false })?.size === 0 && !existsSync(`${file}-wal`)
}
