import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { replaceHead } from '../../ledger/head-file.ts'
import type { LedgerHead } from '../../ledger/head-store.ts'
import { verifySchool, type Verification } from '../../verification/verification.ts'
import { fileHash, makeDurable } from '../../storage/durable-file.ts'
import type { Database } from '../../storage/database.ts'
import { openDatabase, replaceDatabase, schoolFileIn } from '../../storage/open-database.ts'
import { asFolderProblem, StorageProblem } from '../../storage/problem.ts'

/** What stands beside a backup, so that a restore can tell whether it is the file that was made. */
const manifestSchema = z.object({
  sha256: z.string().length(64),
  head: z.object({ number: z.int(), hash: z.string() }).nullable(),
  madeAt: z.string(),
})
export type BackupManifest = z.output<typeof manifestSchema>

/**
 * Makes a consistent copy of the school while it is in use: to a new name, verified, durable, with a manifest beside
 * it. Refused: already_exists, storage, damaged where the copy does not verify.
 */
export async function backUp(database: Database, file: string, now: Date): Promise<Outcome<BackupManifest>> {
  if (existsSync(file)) {
    return refused('already_exists', `${file} exists already.`, {
      remedy: 'Name a file that does not exist yet: a backup never overwrites another.',
    })
  }
  if (!existsSync(dirname(file)))
    return refused('storage', `${dirname(file)} is not a folder.`, { remedy: 'Name a file in a folder that exists.' })
  const folder = mkdtempSync(join(dirname(file), `.${basename(file)}-`))
  try {
    const copy = schoolFileIn(folder)
    await database.copyTo(copy)
    const verification = await verifyFolder(folder)
    if (!verification.ok) return damaged('The copy does not verify; it was not kept.', verification)
    makeDurable(copy)
    const manifest = { sha256: await fileHash(copy), head: verification.head, madeAt: now.toISOString() }
    writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`)
    renameSync(copy, file)
    makeDurable(file)
    return done(manifest)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface Restored {
  readonly head: LedgerHead | null
  /** where the data that was there before is kept; null where there was none */
  readonly keptAside: string | null
}

/**
 * Puts a backup in the place of a data folder's school. It is checked first, and the present data is kept aside.
 * Refused: not_found, damaged, busy where another program has the data open.
 */
export async function restore(dataFolder: string, file: string, now: Date): Promise<Outcome<Restored>> {
  const unfit = cannotBeRestored(dataFolder, file)
  if (unfit) return unfit
  const manifest = readManifest(file)
  if (manifest && manifest.sha256 !== (await fileHash(file))) {
    return refused('damaged', `${file} is not as it was made: its checksum differs from the manifest beside it.`, {
      remedy: 'Take another backup.',
    })
  }
  const verification = await verificationOf(file)
  if (!verification?.ok) return damaged(`${file} does not verify; nothing was changed.`, verification)
  try {
    const keptAside = replaceDatabase(dataFolder, file, now)
    replaceHead(dataFolder, verification.head)
    return done({ head: verification.head, keptAside })
  } catch (error) {
    const problem = asFolderProblem(error, dataFolder)
    if (problem instanceof StorageProblem) return { ok: false, failure: problem.failure }
    throw error
  }
}

/** What verify says of a copy; null where the file is not one of a school. */
async function verificationOf(file: string): Promise<Verification | null> {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-restore-'))
  try {
    copyFileSync(file, schoolFileIn(folder))
    return await verifyFolder(folder)
  } catch (error) {
    if (error instanceof StorageProblem && error.failure.code === 'damaged') return null
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cannotBeRestored(dataFolder: string, file: string): Outcome<never> | undefined {
  const remedy = 'Give the file that backup made.'
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    return refused('not_found', `There is no file ${file}.`, { remedy })
  const present = schoolFileIn(dataFolder)
  if (existsSync(present) && realpathSync(present) === realpathSync(file))
    return refused('wrong_state', `${file} is the data file itself, not a backup of it.`, { remedy })
  return undefined
}

async function verifyFolder(folder: string): Promise<Verification> {
  const database = await openDatabase(folder)
  try {
    return await verifySchool(database, null)
  } finally {
    await database.close()
  }
}

function readManifest(file: string): BackupManifest | null {
  if (!existsSync(manifestOf(file))) return null
  return manifestSchema.safeParse(JSON.parse(readFileSync(manifestOf(file), 'utf8'))).data ?? null
}

function manifestOf(file: string): string {
  return `${file}.manifest.json`
}

function damaged(message: string, verification: Verification | null): Outcome<never> {
  const first = verification?.checks.flatMap(({ findings }) => findings)[0]
  return refused('damaged', `${message} ${first?.message ?? ''}`.trim(), {
    remedy: 'Take another backup, or ask for help before you go on.',
  })
}
