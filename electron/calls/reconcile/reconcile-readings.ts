import type { CallArguments } from '../../../shared/contract/index.ts'
import { done } from '../../../shared/failure.ts'
import { matchScope, shownWork } from '../../reconcile/settling/work-store.ts'
import type { ReadingContext, Readings } from '../threads/reading.ts'
import { noSource, sourceOf } from './reconcile-file.ts'
import { previewFile } from './reconcile-preview.ts'

/** What a window shows of each list. */
const MOST_SHOWN = 300

export const reconcileReadings: Readings<'reconcile.preview' | 'reconcile.work'> = {
  'reconcile.preview': previewFile,
  'reconcile.work': async ({ db, school: { locale } }, scope) => {
    const source = await sourceOf(db, scope.source)
    if (!source) return noSource()
    return done(shownWork(await matchScope(db, { source, locale }, scope), MOST_SHOWN))
  },
}

/** One match by what it consists of. */
export interface Pair {
  readonly lines: readonly number[]
  readonly payments: readonly string[]
  /** why the amounts differ; empty where they do not */
  readonly note: string
}

/** Every exact proposal of a scope but those named by key: for a thread, since there may be many. */
export async function exactPairs(
  { db, school: { locale } }: ReadingContext,
  { scope, except }: CallArguments<'reconcile.acceptExact'>,
): Promise<Pair[]> {
  const source = await sourceOf(db, scope.source)
  if (!source) return []
  const { proposals } = await matchScope(db, { source, locale }, scope)
  const unticked = new Set(except)
  return proposals
    .filter(({ certainty, key }) => certainty === 'exact' && !unticked.has(key))
    .map(({ lines, payments, difference, reason }) => ({
      lines: lines.map(({ id }) => id),
      payments: payments.map(({ key }) => key),
      note: difference === 0 ? '' : reason,
    }))
}
