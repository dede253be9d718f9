import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Database } from '../../storage/database.ts'
import { fileHash, makeDurable, PRIVATE } from '../../storage/durable-file.ts'
import { asSingleFile, describeFile, schoolFileIn } from '../../storage/open-database.ts'
import { asFolderProblem, StorageProblem } from '../../storage/problem.ts'
import { temporaryName } from '../../storage/temporary-files.ts'
import { encryptFile, type BackupKey } from './encryption.ts'
import { writeManifest, type BackupManifest, type Reason } from './manifest.ts'
import { firstFinding, verifyFolder } from './verified-copy.ts'

export interface BackupWishes {
  readonly reason?: Reason
  /** whether a school that does not verify is kept, too, marked as such */
  readonly asItIs?: boolean
  readonly encryption?: BackupKey | null
}

/**
 * Makes a consistent copy of the school while it is in use: to a new name, verified, durable, with a manifest beside
 * it. Refused: already_exists, storage, damaged where the copy does not verify.
 */
export async function backUp(
  database: Database,
  file: string,
  now: Date,
  wishes: BackupWishes = {},
): Promise<Outcome<BackupManifest>> {
  if (existsSync(file))
    return refused('already_exists', say('backups.exists', { file }), { remedy: say('backups.exists_remedy') })
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory())
    return refused('storage', say('backups.no_folder', { folder: dirname(file) }), {
      remedy: say('backups.no_folder_remedy'),
    })
  const folder = temporaryName(file)
  try {
    mkdirSync(folder, { mode: PRIVATE.folder })
    return await copied(database, { folder, file, now, wishes })
  } catch (error) {
    const problem = asFolderProblem(error, dirname(file))
    if (problem instanceof StorageProblem) return { ok: false, failure: problem.failure }
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Order {
  /** where the copy is made and checked */
  readonly folder: string
  readonly file: string
  readonly now: Date
  readonly wishes: BackupWishes
}

async function copied(database: Database, { folder, file, now, wishes }: Order): Promise<Outcome<BackupManifest>> {
  const copy = schoolFileIn(folder)
  await database.copyTo(copy)
  const wrong = firstFinding(await verifyFolder(folder))
  if (wrong !== null && !wishes.asItIs)
    return refused('damaged', say('backups.not_verified', { finding: wrong }), { remedy: say('backups.take_another') })
  asSingleFile(copy)
  const { head, counts, school, origin, lastDay } = describeFile(copy)
  const { encryption } = wishes
  const kept = encryption ? join(folder, 'encrypted') : copy
  if (encryption) await encryptFile(copy, kept, encryption.recipient)
  chmodSync(kept, PRIVATE.file)
  makeDurable(kept)
  const manifest: BackupManifest = {
    sha256: await fileHash(kept),
    head,
    madeAt: now.toISOString(),
    bytes: statSync(kept).size,
    counts: { ...counts },
    school,
    origin,
    lastDay,
    reason: wishes.reason ?? 'asked',
    ...(wrong === null ? {} : { asItIs: wrong }),
    ...(encryption ? { key: encryption.key } : {}),
  }
  writeManifest(file, manifest)
  renameSync(kept, file)
  makeDurable(file)
  return done(manifest)
}
