import type { ReconcileScope, Work } from '../../shared/contract/reconcile.ts'
import { numberFormat } from '../../shared/number-format.ts'
import { say } from '../../shared/words/say.ts'
import type { ChosenByHand } from './chosen-by-hand.ts'
import type { Section } from './sections.ts'
import type { Steps } from './settling.ts'
import type { WorkActions } from './work-actions.ts'

/** What every section of the work list is given. */
export interface PartProps {
  readonly work: Work
  readonly scope: ReconcileScope
  readonly steps: Steps
  readonly actions: WorkActions
  /** words that the rows must have; empty: all rows */
  readonly search: string
  readonly byHand: ChosenByHand
  readonly onSection: (section: Section) => void
}

interface Numbers {
  /** rows that are on the screen, after the search */
  readonly found: number
  /** rows that the engine has sent */
  readonly shown: number
  /** rows that there are */
  readonly count: number
}

/** What the foot of a section says of its rows: how many there are, and that more come once these are settled. */
export function countWords({ found, shown, count }: Numbers, locale: string): string {
  const written = (number: number) => numberFormat(locale, {})(String(number))
  const some = shown < count
  const numbers = { found: written(found), shown: written(shown), count: written(count) }
  if (found < shown) {
    return some ? say('reconcile.found_among_some', numbers) : say('reconcile.found_among_all', numbers)
  }
  return some ? say('reconcile.count_some', numbers) : say('reconcile.count_all', numbers)
}
