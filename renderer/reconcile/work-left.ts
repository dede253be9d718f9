import type { Proposal, Work } from '../../shared/contract/reconcile.ts'

/** What a step takes off the work list. */
export interface Gone {
  /** ids of lines that are settled */
  readonly lines: readonly number[]
  /** keys of payments that are settled */
  readonly payments: readonly string[]
  /** keys of proposals that were rejected: their lines and payments stay */
  readonly proposals?: readonly string[]
}

/**
 * The work list as it is once a step is through, until the engine has counted again: a row leaves at once, and the
 * next one has its place under the same keys.
 */
export function without(work: Work, gone: Gone): Work {
  const lines = new Set(gone.lines)
  const payments = new Set(gone.payments)
  const rejected = new Set(gone.proposals)
  const stays = (proposal: Proposal) =>
    !rejected.has(proposal.key) &&
    !proposal.lines.some(({ id }) => lines.has(id)) &&
    !proposal.payments.some(({ key }) => payments.has(key))
  const proposals = work.proposals.filter(stays)
  const differing = work.differing.filter(stays)
  const notRecorded = work.notRecorded.filter(({ id }) => !lines.has(id))
  const notReceived = work.notReceived.filter(({ key }) => !payments.has(key))
  const fewer = (certainty: Proposal['certainty']) =>
    work.counts[certainty] - ofCertainty(work.proposals, certainty) + ofCertainty(proposals, certainty)
  return {
    proposals,
    differing,
    notRecorded,
    notReceived,
    counts: {
      exact: fewer('exact'),
      likely: fewer('likely'),
      possible: fewer('possible'),
      differing: work.counts.differing - work.differing.length + differing.length,
      notRecorded: work.counts.notRecorded - work.notRecorded.length + notRecorded.length,
      notReceived: work.counts.notReceived - work.notReceived.length + notReceived.length,
    },
  }
}

/** A proposal's sides, as the calls name them. */
export function sidesOf({ lines, payments }: Pick<Proposal, 'lines' | 'payments'>) {
  return { lines: lines.map(({ id }) => id), payments: payments.map(({ key }) => key) }
}

function ofCertainty(proposals: readonly Proposal[], certainty: Proposal['certainty']): number {
  return proposals.filter((proposal) => proposal.certainty === certainty).length
}
