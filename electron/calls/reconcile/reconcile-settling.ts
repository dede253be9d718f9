import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { UserSignature } from '../../billing/records/keep-record-store.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import { insertSettlements, type Settlement } from '../../reconcile/settling/reconcile-store.ts'
import { settle } from '../../reconcile/settling/settle.ts'
import { openLines, settledPayments, sourceOfLine } from '../../reconcile/settling/lines-store.ts'
import { recordedPayments } from '../../reconcile/settling/recorded-payments-store.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import type { Pair } from './reconcile-readings.ts'

/** Settles pairs, each side of which must still be open: all of them or none. */
export async function acceptAll(
  db: WriteDb,
  { source, pairs }: { readonly source: number; readonly pairs: readonly Pair[] },
  { school, ...signature }: UserSignature & { readonly school: SchoolTerms },
): Promise<Outcome<null>> {
  const ids = [...new Set(pairs.flatMap((pair) => pair.lines))]
  const lines = new Map((await openLines(db, source, ids)).map((line) => [line.id, line]))
  const entries = [...new Set(pairs.flatMap(({ payments }) => payments.map((key) => Number(key.split(' ')[0]))))]
  const settled = await settledPayments(db, source, entries)
  const recorded = new Map((await recordedPayments(db, { entries })).map((payment) => [payment.key, payment]))
  const settlements: Settlement[] = []
  for (const { note, ...pair } of pairs) {
    // Named twice, it still is one.
    const [wantedLines, wantedPayments] = [new Set(pair.lines), new Set(pair.payments)]
    const ours = [...wantedLines].flatMap((id) => lines.get(id) ?? [])
    const theirs = [...wantedPayments].flatMap((key) => (settled.has(key) ? [] : (recorded.get(key) ?? [])))
    if (ours.length !== wantedLines.size || theirs.length !== wantedPayments.size) return stale()
    const made = settle(school, ours, theirs, note)
    if (!made.ok) return made
    settlements.push(made.value)
    for (const { id } of ours) lines.delete(id)
    for (const { key } of theirs) recorded.delete(key)
  }
  await insertSettlements(db, source, settlements, signature)
  return done(null)
}

/** A line that waits for somebody, with its source; undefined where it was settled, split or taken out. */
export async function openLine(db: ReadDb, id: number) {
  const source = await sourceOfLine(db, id)
  const [line] = source === undefined ? [] : await openLines(db, source, [id])
  return source !== undefined && line ? { source, line } : undefined
}

export function stale(): Outcome<never> {
  return refused('stale', say('refused_calls.somebody_settled_one_of_these'), {
    remedy: say('refused_calls.look_at_the_new_work_list'),
  })
}
