import type { ReconcileScope, Work } from '../../shared/contract/reconcile.ts'
import { numberFormat } from '../../shared/number-format.ts'
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
  const of = shown < count ? `the first ${written(shown)} of ${written(count)}` : written(count)
  if (found < shown) return `${written(found)} found among ${of}.`
  return shown < count ? `Shown are ${of}; the others follow once these are settled.` : `${of} in all.`
}
