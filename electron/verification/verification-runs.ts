import { z } from 'zod'
import type { Integrity, IntegrityCheck } from '../../shared/contract/integrity.ts'
import type { Check } from './finding.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { Verification } from './verification.ts'
import { say } from '../../shared/words/say.ts'

const MOST_FINDINGS = 100

const keptCheckSchema = z.object({
  check: z.string(),
  words: z.string(),
  findings: z.array(z.object({ entry: z.int().nullable(), message: z.string(), harmless: z.literal(true).optional() })),
  more: z.int(),
})

/** What to do where a check fails. */
const REMEDIES: Readonly<Record<Check, string>> = {
  file: say('findings.remedy_file'),
  balanced: say('findings.remedy_balanced'),
  balances: say('findings.remedy_balances'),
  chain: say('findings.remedy_chain'),
  records: say('findings.remedy_records'),
  statements: say('findings.remedy_statements'),
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
