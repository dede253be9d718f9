import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../../storage/durable-file.ts'
import type { BackupKey } from './encryption.ts'

const FILE = 'backups.json'

/**
 * Where a school's backups go, and what locks them. Beside the data, not in it: with the data lost, this must still be
 * known.
 */
const settingsSchema = z.object({
  folder: z.string().nullable(),
  encryption: z.object({ recipient: z.string(), key: z.string() }).nullable(),
})

export interface BackupSettings {
  /** null: nobody chose one */
  readonly folder: string | null
  readonly encryption: BackupKey | null
}

/** A file that is not there, or that somebody broke, counts as nothing chosen. */
export function readBackupSettings(dataFolder: string): BackupSettings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8')))
  } catch {
    return { folder: null, encryption: null }
  }
}

export function writeBackupSettings(dataFolder: string, settings: BackupSettings): void {
  writeDurably(join(dataFolder, FILE), `${JSON.stringify(settings)}\n`)
}

/** Where backups go: where somebody chose, or else beside the data. */
export function backupFolder(dataFolder: string): string {
  return readBackupSettings(dataFolder).folder ?? join(dataFolder, 'backups')
}
