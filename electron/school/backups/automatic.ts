import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCopy } from '../../../shared/contract/backups.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { Database } from '../../storage/database.ts'
import { PRIVATE } from '../../storage/durable-file.ts'
import { asFolderProblem, StorageProblem } from '../../storage/problem.ts'
import { clearTemporary } from '../../storage/temporary-files.ts'
import { backUp } from './backup.ts'
import { copiesIn, copyOf, ENDING } from './copies.ts'
import type { BackupKey } from './encryption.ts'
import { manifestOf, readManifest, type Reason } from './manifest.ts'
import { outlived } from './rotation.ts'

export interface FolderOrder {
  /** where backups go */
  readonly folder: string
  readonly reason: Reason
  readonly encryption: BackupKey | null
}

/**
 * Makes a backup in the folder for backups, under a name of its own, and removes those that are not needed any more. A
 * school that does not verify is kept as it is, marked so. Refused: storage.
 */
export async function backUpInto(
  database: Database,
  { folder, reason, encryption }: FolderOrder,
  now: Date,
): Promise<Outcome<BackupCopy>> {
  try {
    mkdirSync(folder, { recursive: true, mode: PRIVATE.folder })
  } catch (error) {
    const problem = asFolderProblem(error, folder)
    if (problem instanceof StorageProblem) return { ok: false, failure: problem.failure }
    throw error
  }
  clearTemporary(folder)
  const school = await database.read((db) => db.selectFrom('school').select('name').executeTakeFirst())
  const file = join(folder, `${nameFor(school?.name ?? '', now)}${ENDING}`)
  const made = await backUp(database, file, now, { reason, asItIs: true, encryption })
  if (!made.ok) return made
  rotate(folder, made.value.origin ?? null)
  const [copy] = copyOf(file)
  if (!copy) throw new Error(`the backup ${file} is not there`)
  return done(copy)
}

/** The school's name, as far as every system takes it in a file's name, and the instant. */
function nameFor(school: string, now: Date): string {
  const words = school
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${words === '' ? 'school' : words}-${now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}`
}

/** Removes what is outlived, of the same school only: several may keep their backups in one folder. */
function rotate(folder: string, origin: string | null): void {
  if (origin === null) return
  const own = copiesIn(folder).filter(({ file }) => {
    const manifest = readManifest(file)
    return manifest.ok && manifest.value?.origin === origin
  })
  for (const { file } of outlived(own)) {
    // The manifest last: a backup without one would be a file of unknown content.
    rmSync(file, { force: true })
    rmSync(manifestOf(file), { force: true })
  }
}
