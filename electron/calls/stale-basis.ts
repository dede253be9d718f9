import type { Basis } from '../../shared/contract/action-values.ts'
import { refused, type Outcome } from '../../shared/failure.ts'
import { lastEntryOf } from '../reports/packages/last-entry.ts'
import type { ReadDb } from '../storage/database.ts'

/** Whether somebody else changed what a form was built on since the form showed it. Refused: stale. */
export async function staleBasis(db: ReadDb, basis: readonly Basis[]): Promise<Outcome<never> | undefined> {
  for (const shown of basis) {
    if ((await lastEntryOf(db, shown)) === shown.entry) continue
    const what = shown.of === 'account' ? `The account of ${shown.ref}` : shown.ref
    return refused('stale', `${what} was changed since you opened this.`, {
      remedy: 'The numbers are new now. Look at them, then do it again.',
    })
  }
  return undefined
}
