import type { Basis } from '../../shared/contract/action-values.ts'
import { refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { lastEntryOf } from '../reports/packages/last-entry.ts'
import type { ReadDb } from '../storage/database.ts'

/** Whether somebody else changed what a form was built on since the form showed it. Refused: stale. */
export async function staleBasis(db: ReadDb, basis: readonly Basis[]): Promise<Outcome<never> | undefined> {
  for (const shown of basis) {
    if ((await lastEntryOf(db, shown)) === shown.entry) continue
    const { of, ref } = shown
    const changed =
      of === 'account' ? say('refused_calls.account_was_changed', { ref }) : say('refused_calls.was_changed', { ref })
    return refused('stale', changed, {
      remedy: say('refused_calls.the_numbers_are_new_now_look_at_them'),
    })
  }
  return undefined
}
