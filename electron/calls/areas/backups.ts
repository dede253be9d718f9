import { isAbsolute, join } from 'node:path'
import type { BackupsStatus, Standing } from '../../../shared/contract/backups.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { backupFolder, readBackupSettings, writeBackupSettings } from '../../school/backups/backup-settings.ts'
import { copiesIn, keptIn } from '../../school/backups/copies.ts'
import type { BackupKey } from '../../school/backups/encryption.ts'
import { presentIn, previewRestore } from '../../school/backups/preview.ts'
import type { Database } from '../../storage/database.ts'
import { openedFolder } from '../../storage/ordinary-folder.ts'
import { StorageProblem } from '../../storage/problem.ts'
import type { BackupWatch } from '../watches/backup-watch.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'
import type { Implementations } from '../implementation.ts'

/** What the calls about backups work with. */
export interface BackupsDoor {
  readonly dataFolder: string
  readonly database: Database
  readonly watch: BackupWatch
  readonly threads: ReadingThreads
  /** why nothing may be recorded */
  stopped(): Standing['trouble']
  /** what this desk recorded without its server */
  outbox(): Standing['outbox']
  /** Closes the school, puts a backup in its place, and opens that one. */
  restore(file: string, password: string | null): Promise<Outcome<{ keptAside: string | null }>>
}

type BackupsCall = `backups.${'standing' | 'status' | 'list' | 'make' | 'configure' | 'look' | 'restore'}`

export function backupsImplementations(door: BackupsDoor): Implementations<BackupsCall> {
  const { dataFolder, database, watch } = door
  return {
    'backups.standing': async ({ user }) =>
      done({
        trouble: door.stopped(),
        outbox: door.outbox(),
        backups: user.permissions.includes('Manage Settings') ? watch.standing() : null,
      }),
    'backups.status': async () => done(watch.status()),
    'backups.list': async (_, { folder }) => listCopies(dataFolder, folder, await database.putAside()),
    'backups.make': () => watch.make('asked'),
    'backups.configure': async (_, { folder, password }) => {
      if (folder === '') return configured(door, null, password)
      const rules = { anywhere: true, dataFolder, inData: join(dataFolder, 'backups') }
      const opened = await openedFolder(folder, rules)
      return opened.ok ? configured(door, opened.value, password) : opened
    },
    'backups.look': async (_, { file }) => database.read(async (db) => previewRestore(file, await presentIn(db))),
    'backups.restore': (_, { file, password }) => door.restore(file, password),
  }
}

/**
 * The backups in the folder for backups, or in another, and what the data folder keeps. Refused: invalid_input.
 * @param onServer what a server keeps, where it can be asked
 */
export function listCopies(dataFolder: string, folder: string | null, onServer: readonly string[] = []) {
  if (folder !== null && !isAbsolute(folder)) {
    return refused('invalid_input', say('backups.not_whole_path'), {
      field: 'folder',
      remedy: say('backups.not_whole_path_remedy'),
    })
  }
  const place = folder ?? backupFolder(dataFolder)
  return done({
    folder: place,
    copies: folder === null ? [...copiesIn(place), ...keptIn(dataFolder)] : copiesIn(place),
    onServer: [...onServer],
  })
}

async function configured(
  { dataFolder, watch, threads }: BackupsDoor,
  folder: string | null,
  password: string | null,
): Promise<Outcome<BackupsStatus>> {
  const { encryption } = readBackupSettings(dataFolder)
  const changed = password === null ? encryption : password === '' ? null : await lockedWith(threads, password)
  try {
    writeBackupSettings(dataFolder, { folder, encryption: changed })
  } catch (error) {
    if (error instanceof StorageProblem) return { ok: false, failure: error.failure }
    throw error
  }
  return done(watch.status())
}

async function lockedWith(threads: ReadingThreads, password: string): Promise<BackupKey> {
  const answer = await threads.run({ lock: { password } }, new Date())
  if ('failure' in answer) throw new Error(answer.failure.message)
  return answer.value as BackupKey
}
