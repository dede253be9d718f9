import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

// Hidden, and named after the process that works on it, so that what a killed one left can be told from work under way.
const FORM = /^\..+\.(\d+)-([0-9a-f]{12})\.part$/
const made = new Set<string>()

/** A name for something that becomes this file or folder once it is whole. In its folder: then it takes one rename. */
export function temporaryName(path: string): string {
  const mark = randomBytes(6).toString('hex')
  made.add(mark)
  return join(dirname(path), `.${basename(path)}.${process.pid}-${mark}.part`)
}

/** Removes what programs that were killed have left unfinished in a folder. */
export function clearTemporary(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, process, mark] = FORM.exec(name) ?? []
    if (mark === undefined || made.has(mark) || isRunning(Number(process))) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether another process of this number runs; this one's own work is known by its marks. */
export function isRunning(id: number): boolean {
  if (id === process.pid) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
