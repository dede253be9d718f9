import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ImportResult } from '../shared/contract/school.ts'
import { importSchool } from '../electron/school/csv/import-school.ts'
import type { Database } from '../electron/storage/database.ts'
import { openDatabase } from '../electron/storage/open-database.ts'
import { onTestEngine } from './test-engine.ts'

/** An instant for everything that a test records. */
export const RECORDED = new Date('2026-02-01T12:00:00Z')

/** When the schools of tests are brought in: after everything that is dated in them. */
const BROUGHT_IN = new Date('2028-12-31T12:00:00Z')

/** A folder of its own for one test, removed after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty data folder, opened; closed after the test. */
export async function emptySchool(folder: string = temporaryFolder()): Promise<Database> {
  await onTestEngine(folder)
  const database = await openDatabase(folder)
  onTestFinished(() => database.close())
  return database
}

/** The files of a school folder from their texts. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Map<string, Uint8Array> {
  return new Map(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  )
}

export function importFiles(
  database: Database,
  files: Readonly<Record<string, string | Uint8Array>>,
  now: Date = BROUGHT_IN,
): Promise<ImportResult> {
  return database.write((db) => importSchool(db, folderOf(files), { userId: null, now }, () => undefined))
}
