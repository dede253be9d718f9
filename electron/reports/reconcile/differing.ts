import type { OpenSides } from './open-sides.ts'
import { namesCustomer, sharedToken, type LineSide, type PaymentSide } from './sides.ts'

const REFERENCE_DAYS = 31
const NAME_DAYS = 7

/** What has the same reference, or the same customer about the same day, but another amount. */
export function matchDiffering(open: OpenSides): void {
  const byWord = Map.groupBy(
    open.payments.flatMap((payment) => [...payment.tokens, ...payment.name].map((word) => ({ payment, word }))),
    ({ word }) => word,
  )
  for (const line of open.lines) {
    let best: { payment: PaymentSide; days: number; reason: string } | undefined
    for (const word of [...line.tokens, ...line.words]) {
      for (const { payment } of (byWord.get(word) ?? []).slice(0, MOST_LOOKED_AT)) {
        const reason = open.hasPayment(payment) ? reasonOf(line, payment) : null
        const days = Math.abs(line.day - payment.day)
        if (reason !== null && (!best || days < best.days)) best = { payment, days, reason }
      }
    }
    if (best) open.propose([line], [best.payment], 'possible', best.reason)
  }
}

const MOST_LOOKED_AT = 500

function reasonOf(line: LineSide, payment: PaymentSide): string | null {
  if (Math.sign(line.amount) !== Math.sign(payment.amount)) return null
  const days = Math.abs(line.day - payment.day)
  const token = sharedToken(line, payment)
  if (token !== undefined && days <= REFERENCE_DAYS) return `Same reference ${token}, another amount`
  if (namesCustomer(line, payment) && days <= NAME_DAYS) return 'Same customer about the same day, another amount'
  return null
}
