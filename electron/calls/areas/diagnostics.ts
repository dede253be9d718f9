import { statfsSync, statSync } from 'node:fs'
import { freemem, release, totalmem } from 'node:os'
import type { Integrity } from '../../../shared/contract/integrity.ts'
import { VERSION } from '../../../shared/version.ts'
import { say } from '../../../shared/words/say.ts'
import { logTail } from '../../log/program-log.ts'
import { readHead } from '../../ledger/head-store.ts'
import { backupFolder, readBackupSettings } from '../../school/backups/backup-settings.ts'
import { copiesIn } from '../../school/backups/copies.ts'
import type { Database } from '../../storage/database.ts'
import { serverOf } from '../../storage/server-folder.ts'
import { describeFile, schoolFileIn } from '../../storage/open-database.ts'
import type { StorageProblem } from '../../storage/problem.ts'
import { lastVerification } from '../../verification/verification-runs.ts'

const LONGEST_LOG = 200_000

/** What an open school says of itself. */
export interface SelfReport {
  readonly schema: number
  readonly entries: number
  readonly verified: Integrity['last']
}

export async function selfReport(database: Database): Promise<SelfReport> {
  const schema = await database.schema()
  return database.read(async (db) => ({
    schema,
    entries: (await readHead(db))?.number ?? 0,
    verified: await lastVerification(db),
  }))
}

/** How the program and its data stand, for somebody who helps: no names, no amounts, no places, no secrets. */
export function diagnostics(
  dataFolder: string,
  now: Date,
  { problem, self }: { readonly problem: StorageProblem | null; readonly self: SelfReport | null },
): string {
  const parts: readonly (readonly [string, string])[] = [
    [say('help.program'), `Blocktime ${VERSION}, ${hostName()}`],
    [
      say('help.system'),
      `${process.platform} ${process.arch} ${release()}, ${megabytes(freemem())} / ${megabytes(totalmem())}`,
    ],
    [say('help.made'), now.toISOString()],
    [say('help.data_file'), dataFileText(dataFolder)],
    [say('help.free'), freeText(dataFolder)],
    [say('help.schema'), self ? String(self.schema) : schemaText(dataFolder)],
    [say('help.entries'), self ? String(self.entries) : say('help.unknown')],
    [say('help.trouble'), problem?.kind ?? say('help.none')],
    [say('help.verified'), verifiedText(self?.verified ?? null)],
    [say('help.backup'), backupText(dataFolder)],
  ]
  const head = parts.map(([label, text]) => `${label}: ${text}`).join('\n')
  return `${head}\n\n${say('help.log')}\n${logTail(dataFolder, LONGEST_LOG)}`
}

function hostName(): string {
  const { electron, node } = process.versions
  return electron === undefined ? `Node ${node}` : `Electron ${electron}, Node ${node}`
}

function dataFileText(dataFolder: string): string {
  // Its address names places and people.
  if (serverOf(dataFolder) !== null) return say('help.on_a_server')
  const file = schoolFileIn(dataFolder)
  const [data, log] = [file, `${file}-wal`].map((each) => statSync(each, { throwIfNoEntry: false })?.size)
  return data === undefined ? say('help.none') : `${megabytes(data)} + ${megabytes(log ?? 0)}`
}

function freeText(dataFolder: string): string {
  try {
    const { bavail, bsize } = statfsSync(dataFolder)
    return megabytes(bavail * bsize)
  } catch {
    return say('help.unknown')
  }
}

function schemaText(dataFolder: string): string {
  try {
    return String(describeFile(schoolFileIn(dataFolder)).version)
  } catch {
    return say('help.unknown')
  }
}

/** Which checks found how much; what a finding says may name something. */
function verifiedText(last: Integrity['last']): string {
  if (!last) return say('help.none')
  const wrong = last.checks
    .filter(({ ok }) => !ok)
    .map(({ check, findings, more }) => `${check} ${findings.length + more}`)
  return `${last.finishedAt}, ${last.milliseconds} ms, ${last.ok ? say('help.ok') : wrong.join(', ')}`
}

function backupText(dataFolder: string): string {
  const folder = backupFolder(dataFolder)
  const [last, ...others] = copiesIn(folder)
  if (!last) return say('help.none')
  const { madeAt, bytes, state, reason, encrypted } = last
  const chosen = readBackupSettings(dataFolder).folder === null ? 'own folder' : 'chosen folder'
  const words = [madeAt, megabytes(bytes), state, reason ?? '', encrypted ? 'encrypted' : '', chosen]
  return `${words.filter((word) => word !== '').join(', ')} (+ ${others.length})`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
