import type { OpenLine, Proposal, RecordedPayment } from '../../../shared/contract/reconcile.ts'
import { matchDiffering } from './differing.ts'
import { matchManyToOne } from './many-to-one.ts'
import { OpenSides } from './open-sides.ts'
import { matchByAmount } from './by-day.ts'
import { matchOneToMany, matchPayouts } from './one-to-many.ts'
import { matchTold } from './one-to-one.ts'
import { lineSide, paymentSides, type KnownPayout } from './sides.ts'

export interface ToMatch {
  /** of one source, not settled */
  readonly lines: readonly OpenLine[]
  /** by the tenders of the source, not settled for it */
  readonly payments: readonly RecordedPayment[]
  readonly payouts: readonly KnownPayout[]
  /** in these payouts, by other tenders than the source's: left over, they are no work of this source */
  readonly inPayouts?: readonly RecordedPayment[]
  /** keys of pairs that somebody said do not belong together */
  readonly rejected: ReadonlySet<string>
  readonly locale: string
}

export interface Matched {
  /** exact first, then likely, then possible; within each by date */
  readonly proposals: readonly Proposal[]
  readonly differing: readonly Proposal[]
  /** received, not recorded */
  readonly notRecorded: readonly OpenLine[]
  /** recorded, not received */
  readonly notReceived: readonly RecordedPayment[]
}

const CERTAINTIES: readonly Proposal['certainty'][] = ['exact', 'likely', 'possible']

/** What belongs together, and what is left over on both sides. Every line and payment is in exactly one place. */
export function matchSides({ lines, payments, payouts, inPayouts = [], rejected, locale }: ToMatch): Matched {
  const byDay = (left: { readonly day: number }, right: { readonly day: number }) => left.day - right.day
  const open = new OpenSides(lines.map(lineSide).toSorted(byDay), paymentSides(payments).toSorted(byDay), {
    rejected,
    inPayouts: paymentSides(inPayouts),
  })
  // What tells more than the amount goes first, or chance would take its place.
  matchTold(open)
  matchPayouts(open, payouts)
  matchByAmount(open)
  matchOneToMany(open, locale)
  matchManyToOne(open)
  const same = open.proposals.length
  matchDiffering(open)
  const proposals = open.proposals.slice(0, same)
  return {
    proposals: CERTAINTIES.flatMap((certainty) => proposals.filter((proposal) => proposal.certainty === certainty)),
    differing: open.proposals.slice(same),
    notRecorded: open.lines.map(({ row }) => row),
    notReceived: open.payments.map(({ row }) => row),
  }
}
