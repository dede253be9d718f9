import { z } from 'zod'
import type { Integrity, IntegrityCheck } from '../../shared/contract/integrity.ts'
import type { Check } from './finding.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { Verification } from './verification.ts'

const MOST_FINDINGS = 100

const keptCheckSchema = z.object({
  check: z.string(),
  words: z.string(),
  findings: z.array(z.object({ entry: z.int().nullable(), message: z.string(), harmless: z.literal(true).optional() })),
  more: z.int(),
})

/** What to do where a check fails. */
const REMEDIES: Readonly<Record<Check, string>> = {
  file: 'Make a copy of the data folder now, then restore the last good backup. The disk may be failing: look at it, too.',
  balanced:
    'The file was changed by something else than Blocktime. Keep a copy of the data folder as evidence, and restore the last backup from before the entries named.',
  balances:
    'The ledger is the truth, and the screens may show other numbers. Keep a copy of the data folder, restore the last good backup, and record again what came after it.',
  chain:
    'The ledger was changed by something else than Blocktime. Keep a copy of the data folder as evidence, and restore the last backup from before the entries named.',
  records:
    'Trust the history of what is named here, not the lists. Keep a copy of the data folder, and restore the last good backup; where an entry is dated into closed days, ask who worked with the file.',
  statements:
    'The ledger no longer gives what was printed. Compare the statement with the history of its packages, and find out what changed the file.',
}

/** Keeps what a verification found. */
export async function keepVerification(
  db: WriteDb,
  { ok, checks }: Verification,
  run: { readonly finishedAt: Date; readonly milliseconds: number; readonly userId: number | null },
): Promise<void> {
  const kept = checks.map(({ check, words, findings }) => ({
    check,
    words,
    findings: findings.slice(0, MOST_FINDINGS).map(({ check: _, ...finding }) => finding),
    more: Math.max(0, findings.length - MOST_FINDINGS),
  }))
  await db
    .insertInto('verification_runs')
    .values({
      finished_at: run.finishedAt.getTime(),
      milliseconds: Math.round(run.milliseconds),
      user_id: run.userId,
      ok: ok ? 1 : 0,
      checks: JSON.stringify(kept),
    })
    .execute()
}

/** The last verification, in words; null where none ran yet. */
export async function lastVerification(db: ReadDb): Promise<Integrity['last']> {
  const row = await db
    .selectFrom('verification_runs as r')
    .leftJoin('users as u', 'u.id', 'r.user_id')
    .select(['r.finished_at', 'r.milliseconds', 'r.ok', 'r.checks', 'u.name'])
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    finishedAt: new Date(row.finished_at).toISOString(),
    milliseconds: row.milliseconds,
    by: row.name,
    ok: row.ok === 1,
    checks: z.array(keptCheckSchema).parse(JSON.parse(row.checks)).map(inWords),
  }
}

function inWords(kept: z.output<typeof keptCheckSchema>): IntegrityCheck {
  const ok = kept.findings.every(({ harmless }) => harmless)
  const remedies: Readonly<Record<string, string>> = REMEDIES
  return { ...kept, ok, remedy: ok ? null : (remedies[kept.check] ?? REMEDIES.file) }
}
