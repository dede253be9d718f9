import type { Proposal } from '../../../shared/contract/reconcile.ts'
import { NearIndex, few } from './near-index.ts'
import { daysApart, namesCustomer, ownToken, sharedToken, type LineSide, type PaymentSide } from './sides.ts'
import type { OpenSides } from './open-sides.ts'
import { say } from '../../../shared/words/say.ts'

/** A file may be dated a few days after the desk's own day. */
export const EXACT_DAYS = 3
export const LIKELY_DAYS = 7
/** The payment's own reference is worth more than the day. */
const REFERENCE_DAYS = 31
/** Of those that share a word, so many are looked at for one that fits in everything. */
const MOST_LOOKED_AT = 40

/** One line, one payment, of the same amount, where more than the amount agrees: a reference, the customer. */
export function matchTold(open: OpenSides): void {
  matchNearest(open, REFERENCE_DAYS, {
    wordsOfPayment: ({ own }) => own,
    wordsOfLine: ({ tokens }) => tokens,
    judge: (line, payment) => {
      const token = ownToken(line, payment)
      if (token === undefined) return null
      return ['exact', say('reconcile.same_amount_and_reference_apart', { token, apart: daysApart(line, payment) })]
    },
  })
  // A customer pays the same amount again next month: who it was says less than which payment.
  matchNearest(open, LIKELY_DAYS, {
    wordsOfPayment: ({ tokens, name }) => [...tokens, ...name.slice(0, 1)],
    wordsOfLine: ({ tokens, words }) => [...tokens, ...words],
    judge: (line, payment) => {
      const token = sharedToken(line, payment)
      if (token === undefined && !namesCustomer(line, payment)) return null
      const what = token === undefined ? 'customer' : `reference ${token}`
      const certainty = Math.abs(payment.day - line.day) <= EXACT_DAYS ? 'exact' : 'likely'
      return [certainty, say('reconcile.same_amount_and_what_apart', { what, apart: daysApart(line, payment) })]
    },
  })
}

/** How surely two belong together, and why. */
export type Found = readonly [certainty: Proposal['certainty'], reason: string]

/** When two have their turn: the nearest days first, and of equally near ones those recorded before they arrived. */
function turnOf(line: LineSide, payment: PaymentSide): number {
  return turnAt(Math.abs(payment.day - line.day), payment.day > line.day)
}

function turnAt(days: number, isLater: boolean): number {
  return 2 * days + (isLater ? 1 : 0)
}

interface Agreement {
  readonly wordsOfPayment: (payment: PaymentSide) => readonly string[]
  readonly wordsOfLine: (line: LineSide) => readonly string[]
  readonly judge: (line: LineSide, payment: PaymentSide) => Found | null
}

/**
 * Pairs what agrees and has the same amount, the nearest days of all first. The nearest open payment of a line only
 * gets farther as others are taken: a line waits until its turn, and then looks again.
 */
export function matchNearest(open: OpenSides, mostDays: number, agreement: Agreement): void {
  const { wordsOfPayment, wordsOfLine, judge } = agreement
  const index = new NearIndex(
    open.payments,
    (payment) => wordsOfPayment(payment).map((word) => `${payment.amount} ${word}`),
    (payment) => open.hasPayment(payment),
  )
  const waiting: LineSide[][] = [open.lines]
  for (let turn = 0; turn <= turnAt(mostDays, true); turn++) {
    for (const line of waiting[turn] ?? []) {
      const payment = nearest(line)
      const found = payment ? judge(line, payment) : null
      if (!payment || !found) continue
      const due = turnOf(line, payment)
      if (due > turn) (waiting[due] ??= []).push(line)
      else open.propose([line], [payment], ...found)
    }
  }

  function nearest(line: LineSide): PaymentSide | undefined {
    let best: PaymentSide | undefined
    const fits = (payment: PaymentSide) => judge(line, payment) !== null && !open.isRejected([line], [payment])
    for (const word of wordsOfLine(line)) {
      const candidates = index.around(`${line.amount} ${word}`, line.day, mostDays, mostDays)
      const [found] = few(candidates, fits, { found: 1, lookedAt: MOST_LOOKED_AT })
      if (found && (!best || turnOf(line, found) < turnOf(line, best))) best = found
    }
    return best
  }
}
