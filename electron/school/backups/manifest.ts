import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { writeDurably } from '../../storage/durable-file.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Why a copy was made: asked for, or by itself. */
export const REASONS = ['asked', 'day', 'rebuild', 'restore'] as const
export type Reason = (typeof REASONS)[number]

/** What stands beside a backup, so that a restore can tell whether it is the file that was made. */
export const manifestSchema = z.object({
  /** of the file as it lies there */
  sha256: hash,
  head: z.object({ number: z.int().min(1), hash }).nullable(),
  madeAt: z.iso.datetime(),
  /** the rest is missing in manifests of earlier versions */
  bytes: z.int().min(0).optional(),
  counts: z.record(z.string(), z.int().min(0)).optional(),
  school: z.string().nullable().optional(),
  /** the hash of the ledger's first entry: backups of one school know each other by it */
  origin: hash.nullable().optional(),
  lastDay: z.string().nullable().optional(),
  reason: z.enum(REASONS).optional(),
  /** what the verification of the copy found first; absent where it found nothing */
  asItIs: z.string().optional(),
  /** the key to an encrypted backup, itself encrypted with the password */
  key: z.string().optional(),
})
export type BackupManifest = z.output<typeof manifestSchema>

export function manifestOf(file: string): string {
  return `${file}.manifest.json`
}

export function writeManifest(file: string, manifest: BackupManifest): void {
  writeDurably(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** The manifest beside a backup; null where there is none. Refused: damaged where it is not in the form of one. */
export function readManifest(file: string): Outcome<BackupManifest | null> {
  if (!existsSync(manifestOf(file))) return done(null)
  try {
    return done(manifestSchema.parse(JSON.parse(readFileSync(manifestOf(file), 'utf8'))))
  } catch {
    return refused('damaged', say('backups.broken_manifest', { manifest: manifestOf(file) }), {
      remedy: say('backups.take_another'),
    })
  }
}
