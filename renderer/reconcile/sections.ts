import type { Work } from '../../shared/contract/reconcile.ts'
import { say } from '../../shared/words/say.ts'

/** The parts of the work list, in the order in which a bookkeeper goes through them. */
export const SECTIONS = ['matches', 'differing', 'notRecorded', 'notReceived', 'settled'] as const
export type Section = (typeof SECTIONS)[number]

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  matches: say('reconcile.matches'),
  differing: say('reconcile.amount_differs'),
  notRecorded: say('reconcile.received_not_recorded'),
  notReceived: say('reconcile.recorded_not_received'),
  settled: say('reconcile.settled'),
}

/** How many wait in a section; null for what is settled, which is only ever looked up. */
export function countOf(section: Section, { counts }: Work): number | null {
  switch (section) {
    case 'matches':
      return counts.exact + counts.likely + counts.possible
    case 'differing':
    case 'notRecorded':
    case 'notReceived':
      return counts[section]
    case 'settled':
      return null
  }
}

/** How many of a section are there to work on: the engine sends the first few hundred. */
export function shownOf(section: Exclude<Section, 'settled'>, work: Work): number {
  return section === 'matches' ? work.proposals.length : work[section].length
}
