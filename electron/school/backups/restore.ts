import { copyFileSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { stagedHead } from '../../ledger/head-file.ts'
import type { LedgerHead } from '../../ledger/head-store.ts'
import { fileHash, makeDurable, PRIVATE } from '../../storage/durable-file.ts'
import { asSingleFile, describeFile, replaceSchool, schoolFileIn } from '../../storage/open-database.ts'
import { asFolderProblem, StorageProblem } from '../../storage/problem.ts'
import { temporaryName } from '../../storage/temporary-files.ts'
import { decryptFile, openKey } from './encryption.ts'
import { readManifest, type BackupManifest } from './manifest.ts'
import { firstFinding, verifyFolder } from './verified-copy.ts'

export interface Restored {
  readonly head: LedgerHead | null
  /** where the data that was there before is kept; null where there was none */
  readonly keptAside: string | null
}

/** A checked copy of a backup beside the present data, ready to take its place. */
export interface Staged {
  /** where the copy lies */
  readonly folder: string
  readonly head: LedgerHead | null
}

/**
 * Puts a backup in the place of a data folder's school. A copy of it is made beside the present data and checked first;
 * then both take their new names in one step, so that whatever happens leaves the old school or the new one, whole.
 * Refused: not_found, damaged, wrong_credentials, busy where another program has the data open, storage.
 */
export async function restore(
  dataFolder: string,
  file: string,
  now: Date,
  password: string | null = null,
): Promise<Outcome<Restored>> {
  const staged = await stage(dataFolder, file, password)
  return staged.ok ? putStaged(dataFolder, staged.value, now) : staged
}

/** The first half of a restore, which changes nothing: the school may be open meanwhile. */
export async function stage(dataFolder: string, file: string, password: string | null): Promise<Outcome<Staged>> {
  const unfit = cannotBeRestored(dataFolder, file)
  if (unfit) return unfit
  const folder = temporaryName(schoolFileIn(dataFolder))
  let ready = false
  try {
    mkdirSync(folder, { recursive: true, mode: PRIVATE.folder })
    const head = await stagedCopy(folder, file, password)
    ready = head.ok
    return head.ok ? done({ folder, head: head.value }) : head
  } catch (error) {
    return storageFailure(error, dataFolder)
  } finally {
    if (!ready) rmSync(folder, { recursive: true, force: true })
  }
}

/** The second half: the copy takes the place of the school, which nobody may have open. */
export async function putStaged(dataFolder: string, staged: Staged, now: Date): Promise<Outcome<Restored>> {
  try {
    return done(await putInPlace(dataFolder, staged, now))
  } catch (error) {
    return storageFailure(error, dataFolder)
  } finally {
    rmSync(staged.folder, { recursive: true, force: true })
  }
}

function storageFailure(error: unknown, dataFolder: string): Outcome<never> {
  const problem = asFolderProblem(error, dataFolder)
  if (problem instanceof StorageProblem) return { ok: false, failure: problem.failure }
  throw error
}

/** A checked copy of a backup in a folder of its own, as this program's schema has it. Answers where its ledger ends. */
async function stagedCopy(folder: string, file: string, password: string | null): Promise<Outcome<LedgerHead | null>> {
  const manifest = readManifest(file)
  if (!manifest.ok) return manifest
  const copy = schoolFileIn(folder)
  const opened = await copyOrDecrypt(file, copy, manifest.value, password)
  if (!opened.ok) return opened
  const differing = manifest.value && differs(manifest.value, copy)
  if (differing) return damaged(say('backups.differs', { file, what: differing }))
  // Opening it would make a school of it, and one without a single entry holds no fault.
  if (holdsNothing(copy)) return damaged(say('backups.does_not_verify', { file, finding: say('backups.no_school') }))
  const verification = await verifyFolder(folder)
  const wrong = firstFinding(verification)
  if (!verification || wrong !== null) return damaged(say('backups.does_not_verify', { file, finding: wrong ?? '' }))
  asSingleFile(copy)
  makeDurable(copy)
  return done(verification.head)
}

async function copyOrDecrypt(
  file: string,
  copy: string,
  manifest: BackupManifest | null,
  password: string | null,
): Promise<Outcome<null>> {
  // The copy is what is compared: the file itself could be exchanged in between.
  if (manifest?.key === undefined) {
    copyFileSync(file, copy)
    return manifest && (await fileHash(copy)) !== manifest.sha256 ? otherChecksum(file) : done(null)
  }
  if ((await fileHash(file)) !== manifest.sha256) return otherChecksum(file)
  const identity = password === null ? null : await openKey(manifest.key, password)
  if (identity === null) {
    return refused('wrong_credentials', say(password === null ? 'backups.needs_password' : 'backups.wrong_password'), {
      field: 'password',
      remedy: say('backups.password_remedy'),
    })
  }
  await decryptFile(file, copy, identity)
  return done(null)
}

/** What of a copy is not as its manifest says, in a word; null where all of it is. */
function differs(manifest: BackupManifest, copy: string): string | null {
  try {
    const { head, counts } = describeFile(copy)
    if (head?.number !== manifest.head?.number || head?.hash !== manifest.head?.hash) return say('backups.its_end')
    const wrong = Object.entries(manifest.counts ?? {}).find(([table, count]) => counts[table] !== count)
    return wrong ? say('backups.its_count', { table: wrong[0] }) : null
  } catch (error) {
    // It is no school's file; the verification says so.
    if (error instanceof StorageProblem) return null
    throw error
  }
}

/** Whether nothing was ever written into a file: an empty one is a database, too. */
function holdsNothing(copy: string): boolean {
  try {
    return describeFile(copy).version === 0
  } catch (error) {
    // It is no school's file; the verification says so.
    if (error instanceof StorageProblem) return false
    throw error
  }
}

async function putInPlace(dataFolder: string, staged: Staged, now: Date): Promise<Restored> {
  const { head } = staged
  const fresh = temporaryName(schoolFileIn(dataFolder))
  renameSync(schoolFileIn(staged.folder), fresh)
  const beside = stagedHead(dataFolder, head, now)
  try {
    return { head, keptAside: await replaceSchool(dataFolder, fresh, { now, beside }) }
  } finally {
    // Where it could not take its place; otherwise nothing has these names any more.
    rmSync(fresh, { force: true })
    for (const { from, replaces } of beside) if (replaces) rmSync(join(dataFolder, from), { force: true })
  }
}

function cannotBeRestored(dataFolder: string, file: string): Outcome<never> | undefined {
  const remedy = say('backups.give_a_backup')
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    return refused('not_found', say('backups.no_file', { file }), { remedy })
  const present = schoolFileIn(dataFolder)
  if (existsSync(present) && realpathSync(present) === realpathSync(file))
    return refused('wrong_state', say('backups.is_the_data', { file }), { remedy })
  return undefined
}

function otherChecksum(file: string): Outcome<never> {
  return damaged(say('backups.other_checksum', { file }))
}

function damaged(message: string): Outcome<never> {
  return refused('damaged', message, { remedy: say('backups.take_another') })
}
