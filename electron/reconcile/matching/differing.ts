import { NearIndex, few } from './near-index.ts'
import type { OpenSides } from './open-sides.ts'
import { namesCustomer, ownToken, sharedToken, type LineSide, type PaymentSide } from './sides.ts'
import { say } from '../../../shared/words/say.ts'

const REFERENCE_DAYS = 31
const CUSTOMER_DAYS = 7
/** Of those that share a word; and of those that fit. */
const MOST = { found: 5, lookedAt: 40 }

interface Candidate {
  readonly line: LineSide
  readonly payment: PaymentSide
  readonly token: string | undefined
  readonly apart: number
  readonly days: number
}

/** What has the same reference, or the same customer about the same day, but another amount: the nearest amounts first. */
export function matchDiffering(open: OpenSides): void {
  const index = new NearIndex(
    open.payments,
    ({ tokens, name }) => [...tokens, ...name.slice(0, 1)],
    (payment) => open.hasPayment(payment),
  )
  const candidates = open.lines.flatMap((line) =>
    [...line.tokens, ...line.words].flatMap((word) => {
      const around = index.around(word, line.day, REFERENCE_DAYS, REFERENCE_DAYS)
      return few(around, (payment) => isSame(line, payment), MOST).map((payment) => candidate(line, payment))
    }),
  )
  for (const { line, payment, token } of candidates.toSorted(nearestFirst)) {
    if (!open.hasLine(line) || !open.hasPayment(payment)) continue
    const reason =
      token === undefined
        ? say('reconcile.same_customer_about_the_same_day_another')
        : say('reconcile.same_reference_token_another_amount', { token })
    open.propose([line], [payment], 'possible', reason)
  }
}

function isSame(line: LineSide, payment: PaymentSide): boolean {
  if (Math.sign(line.amount) !== Math.sign(payment.amount)) return false
  if (ownToken(line, payment) !== undefined) return true
  const near = Math.abs(line.day - payment.day) <= CUSTOMER_DAYS
  return near && (sharedToken(line, payment) !== undefined || namesCustomer(line, payment))
}

function candidate(line: LineSide, payment: PaymentSide): Candidate {
  const apart = Math.abs(line.amount - payment.amount)
  return { line, payment, token: ownToken(line, payment), apart, days: Math.abs(line.day - payment.day) }
}

function nearestFirst(left: Candidate, right: Candidate): number {
  const byReference = Number(left.token === undefined) - Number(right.token === undefined)
  return byReference || left.apart - right.apart || left.days - right.days
}
