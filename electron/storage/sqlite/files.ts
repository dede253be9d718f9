import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The file's name inside a data folder. */
export const DATABASE_FILE = 'school.blocktime'

/** Where a data folder keeps its school. */
export function schoolFileIn(folder: string): string {
  return join(folder, DATABASE_FILE)
}

/** Whether a data folder holds a school's file, whatever is in it. */
export function holdsSchool(folder: string): boolean {
  return existsSync(schoolFileIn(folder))
}
