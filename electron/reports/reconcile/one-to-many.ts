import type { OpenSides } from './open-sides.ts'
import { matchRuns } from './payout-runs.ts'
import { isPayoutLike, namesCustomer, type KnownPayout, type LineSide, type PaymentSide } from './sides.ts'
import { subsetWithSum } from './subset.ts'

/** A payout arrives some days after its payments, and never long before. */
const LATER_DAYS = 10
const EARLIER_DAYS = 1
/** A payout that nothing tells more of is tried against so few payments that chance does not find it. */
const MOST_TRIED = 10
const MOST_DAYS_TRIED = 4

/**
 * One line for several payments: a payout whose make-up another source has told, all payments of a tender on a day or
 * a run of days, what one customer paid at several times, and last a few that come to the amount of a payout.
 */
export function matchOneToMany(open: OpenSides, payouts: readonly KnownPayout[], locale: string): void {
  matchPayouts(open, payouts)
  matchRuns(open, locale)
  matchCustomers(open)
  matchFew(open)
}

function matchPayouts(open: OpenSides, payouts: readonly KnownPayout[]): void {
  const byNet = Map.groupBy(payouts, ({ net }) => net)
  for (const line of open.lines) {
    for (const { payments: keys, payout, source } of byNet.get(line.amount) ?? []) {
      const payments = keys.flatMap((key) => open.paymentOf(key) ?? [])
      if (payments.length !== keys.length || payments.length === 0) continue
      const last = Math.max(...payments.map(({ day }) => day))
      if (line.day < last - EARLIER_DAYS || line.day > last + LATER_DAYS) continue
      const reason = `Payout ${payout} of ${source}: ${payments.length} payments less fees`
      if (open.propose([line], payments, 'exact', reason)) break
    }
  }
}

/** What one customer paid at several times, and sent in one sum. */
function matchCustomers(open: OpenSides): void {
  const byWord = Map.groupBy(
    open.payments.filter(({ name }) => name.length > 0),
    ({ name }) => name[0],
  )
  for (const line of open.lines) {
    const candidates = [...line.words].flatMap((word) => byWord.get(word) ?? [])
    const own = candidates.filter(
      (payment) => open.hasPayment(payment) && isPartOf(line, payment) && namesCustomer(line, payment),
    )
    proposeSubset(open, line, own, 'likely', 'payments of this customer come to it')
  }
}

/** Some payments of one tender, around the day of a payout of which nothing else is known. */
function matchFew(open: OpenSides): void {
  const byDay = Map.groupBy(open.payments, ({ day }) => day)
  for (const line of open.lines.filter(isPayoutLike)) {
    const around: PaymentSide[] = []
    for (let day = line.day + EARLIER_DAYS; day >= line.day - MOST_DAYS_TRIED; day--) {
      for (const payment of byDay.get(day) ?? [])
        if (open.hasPayment(payment) && isPartOf(line, payment)) around.push(payment)
      if (around.length > MOST_TRIED * 4) break
    }
    for (const [, payments] of Map.groupBy(around, ({ row }) => row.tender))
      if (proposeSubset(open, line, payments.slice(0, MOST_TRIED), 'possible', 'payments come to it')) break
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
  reason: string,
): boolean {
  const nearest = payments.toSorted((left, right) => Math.abs(left.day - line.day) - Math.abs(right.day - line.day))
  const found = subsetWithSum(nearest, line.amount)
  if (!found) return false
  const inOrder = found.toSorted((left, right) => left.day - right.day)
  return open.propose([line], inOrder, certainty, `${found.length} ${reason}`)
}
