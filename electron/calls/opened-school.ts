import { statSync } from 'node:fs'
import { millisecondsSince } from '../log/milliseconds.ts'
import { log } from '../log/program-log.ts'
import { StorageProblem } from '../storage/problem.ts'
import { openSchool, type Opening } from './open-school.ts'
import type { Open } from './outbox/contact.ts'
import type { Copy } from './outbox/desk-outbox.ts'

/**
 * Opens the school of a folder, and writes down how that went; answers why it cannot be worked with, where it cannot.
 * @param copy that the folder holds a copy of a school whose server is out of reach
 */
export async function openedSchool({
  copy,
  ...opening
}: Omit<Opening, 'withoutServer'> & { readonly copy: Copy | null }): Promise<Open | StorageProblem> {
  const began = performance.now()
  const { readingOnly } = opening
  const desk = opening.trouble.dataFolder
  try {
    const school = await openSchool({ ...opening, withoutServer: copy?.view ?? null })
    // A school on a server has no file here.
    const bytes = statSync(school.database.file, { throwIfNoEntry: false })?.size ?? 0
    log(desk, { event: 'opened', bytes, ms: millisecondsSince(began) })
    return { is: 'open', school, readingOnly, copy, calls: new Set() }
  } catch (error) {
    return loggedProblem(desk, error)
  }
}

/** What is wrong with the data, written down; an error of the program is thrown on. */
export function loggedProblem(desk: string, error: unknown): StorageProblem {
  if (!(error instanceof StorageProblem)) throw error
  log(desk, { event: 'trouble', kind: error.kind })
  return error
}
