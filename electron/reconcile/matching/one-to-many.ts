import { NearIndex, few } from './near-index.ts'
import type { OpenSides } from './open-sides.ts'
import { matchRuns } from './payout-runs.ts'
import { isPayoutLike, namesCustomer, sharedToken, type KnownPayout, type LineSide, type PaymentSide } from './sides.ts'
import { subsetWithSum } from './subset.ts'
import { say } from '../../../shared/words/say.ts'

/** A payout arrives some days after its payments, and never long before. */
const LATER_DAYS = 10
const EARLIER_DAYS = 1
/** A payout that nothing tells more of is tried against so few payments that chance does not find it. */
const MOST_TRIED = 10
const MOST_DAYS_TRIED = 4

/** Of what shares a word, so many are looked at. */
const MOST_LOOKED_AT = 40

/**
 * One line for several payments of which nothing more is told: all of a tender on a day or a run of days, what one
 * customer paid at several times, and last a few that come to the amount of a payout.
 */
export function matchOneToMany(open: OpenSides, locale: string): void {
  matchRuns(open, locale)
  matchCustomers(open)
  matchFew(open)
}

/** A payout whose make-up another source has told; of equal ones that which the line names. */
export function matchPayouts(open: OpenSides, payouts: readonly KnownPayout[]): void {
  const byNet = Map.groupBy(payouts, ({ net }) => net)
  for (const line of open.lines) {
    const named = ({ payout }: KnownPayout) => (`${line.row.reference} ${line.row.text}`.includes(payout) ? 0 : 1)
    const equal = (byNet.get(line.amount) ?? []).toSorted((left, right) => named(left) - named(right))
    for (const { payments: keys, payout, source } of equal) {
      const payments = keys.flatMap((key) => open.paymentOf(key) ?? [])
      if (payments.length !== keys.length || payments.length === 0) continue
      const last = Math.max(...payments.map(({ day }) => day))
      if (line.day < last - EARLIER_DAYS || line.day > last + LATER_DAYS) continue
      const reason = say('reconcile.payout_of_source_payments_less_fees', { payout, source, count: payments.length })
      if (open.propose([line], payments, 'exact', reason)) break
    }
  }
}

/** What one customer paid at several times, and sent in one sum. */
function matchCustomers(open: OpenSides): void {
  const index = new NearIndex(
    open.payments,
    ({ name, tokens }) => [...name.slice(0, 1), ...tokens],
    (payment) => open.hasPayment(payment),
  )
  for (const line of open.lines) {
    const fits = (payment: PaymentSide) =>
      isPartOf(line, payment) && (namesCustomer(line, payment) || sharedToken(line, payment) !== undefined)
    const most = { found: MOST_TRIED, lookedAt: MOST_LOOKED_AT }
    const own = [...line.words, ...line.tokens].flatMap((word) =>
      few(index.around(word, line.day, LATER_DAYS, EARLIER_DAYS), fits, most),
    )
    proposeSubset(open, line, [...new Set(own)], 'likely', 'reconcile.payments_of_this_customer_come_to_it')
  }
}

/** Some payments of one tender, around the day of a payout of which nothing else is known. */
function matchFew(open: OpenSides): void {
  const index = new NearIndex(
    open.payments,
    ({ row }) => [row.tender],
    (payment) => open.hasPayment(payment),
  )
  const tenders = new Set(open.payments.map(({ row }) => row.tender))
  for (const line of open.lines.filter(isPayoutLike)) {
    for (const tender of tenders) {
      const around = index.around(tender, line.day, MOST_DAYS_TRIED, EARLIER_DAYS)
      const most = { found: MOST_TRIED, lookedAt: MOST_LOOKED_AT }
      const payments = few(around, (payment) => isPartOf(line, payment), most)
      if (proposeSubset(open, line, payments, 'possible', 'reconcile.payments_come_to_it')) break
    }
  }
}

function isPartOf(line: LineSide, payment: PaymentSide): boolean {
  return (
    payment.day <= line.day + EARLIER_DAYS &&
    payment.day >= line.day - LATER_DAYS &&
    Math.sign(payment.amount) === Math.sign(line.amount) &&
    Math.abs(payment.amount) < Math.abs(line.amount)
  )
}

function proposeSubset(
  open: OpenSides,
  line: LineSide,
  payments: readonly PaymentSide[],
  certainty: 'likely' | 'possible',
  reason: 'reconcile.payments_of_this_customer_come_to_it' | 'reconcile.payments_come_to_it',
): boolean {
  const nearest = payments.toSorted((left, right) => Math.abs(left.day - line.day) - Math.abs(right.day - line.day))
  const found = subsetWithSum(nearest, line.amount)
  if (!found) return false
  const inOrder = found.toSorted((left, right) => left.day - right.day)
  return open.propose([line], inOrder, certainty, say(reason, { count: found.length }))
}
