import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupCopy } from '../../../shared/contract/backups.ts'
import { schoolFileIn } from '../../storage/open-database.ts'
import { readManifest, type BackupManifest } from './manifest.ts'

/** How a backup's file name ends. */
export const ENDING = '.blocktime-backup'
const MANIFEST = '.manifest.json'

/** The backups in a folder, the newest first; empty where there is no such folder. */
export function copiesIn(folder: string): BackupCopy[] {
  const names = namesIn(folder)
  const wanted = names.filter((name) => name.endsWith(ENDING) || names.includes(`${name}${MANIFEST}`))
  return wanted.flatMap((name) => copyOf(join(folder, name))).toSorted(newestFirst)
}

/** What a data folder keeps of earlier times: schools that a restore put aside, copies before a migration. */
export function keptIn(dataFolder: string): BackupCopy[] {
  const start = basename(schoolFileIn(dataFolder))
  return namesIn(dataFolder)
    .flatMap((name) => {
      const of = /^\.(kept|before-version)-/.exec(name.startsWith(start) ? name.slice(start.length) : '')?.[1]
      if (of === undefined || /-(wal|shm)$/.test(name)) return []
      const reason = of === 'kept' ? ('kept_aside' as const) : ('before_migration' as const)
      return copyOf(join(dataFolder, name)).map((copy) => ({ ...copy, reason }))
    })
    .toSorted(newestFirst)
}

/** One backup as its manifest has it; nothing where it is no file. */
export function copyOf(file: string): BackupCopy[] {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile()) return []
  const read = readManifest(file)
  const manifest = read.ok ? read.value : null
  return [
    {
      file,
      name: basename(file),
      madeAt: manifest?.madeAt ?? stat.mtime.toISOString(),
      lastDay: manifest?.lastDay ?? null,
      entries: manifest ? (manifest.head?.number ?? 0) : null,
      bytes: stat.size,
      school: manifest?.school ?? null,
      reason: manifest?.reason ?? null,
      encrypted: manifest?.key !== undefined,
      ...stateOf(read.ok, manifest, stat.size),
    },
  ]
}

function stateOf(
  readable: boolean,
  manifest: BackupManifest | null,
  bytes: number,
): Pick<BackupCopy, 'state' | 'finding'> {
  if (!readable) return { state: 'broken', finding: null }
  if (!manifest) return { state: 'unknown', finding: null }
  if (manifest.bytes !== undefined && manifest.bytes !== bytes) return { state: 'broken', finding: null }
  return manifest.asItIs === undefined
    ? { state: 'checked', finding: null }
    : { state: 'as_it_is', finding: manifest.asItIs }
}

function newestFirst(one: BackupCopy, other: BackupCopy): number {
  return other.madeAt.localeCompare(one.madeAt)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
