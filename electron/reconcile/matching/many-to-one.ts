import { NearIndex, few } from './near-index.ts'
import type { OpenSides } from './open-sides.ts'
import { namesCustomer, sharedToken, type LineSide, type PaymentSide } from './sides.ts'
import { subsetWithSum } from './subset.ts'
import { say } from '../../../shared/words/say.ts'

const DAYS = 14
const MOST_TRIED = 12
const MOST_LOOKED_AT = 40

/** Several lines for one payment that arrived in parts: each must name its customer or its reference. */
export function matchManyToOne(open: OpenSides): void {
  const index = new NearIndex(
    open.lines,
    (line) => new Set([...line.words, ...line.tokens]),
    (line) => open.hasLine(line),
  )
  for (const payment of open.payments) {
    const found = subsetWithSum(partsOf(index, payment), payment.amount)
    if (found)
      open.propose(found, [payment], 'likely', say('reconcile.lines_come_to_this_payment', { count: found.length }))
  }
}

function partsOf(index: NearIndex<LineSide>, payment: PaymentSide): LineSide[] {
  const fits = (line: LineSide) =>
    Math.sign(line.amount) === Math.sign(payment.amount) &&
    Math.abs(line.amount) < Math.abs(payment.amount) &&
    (namesCustomer(line, payment) || sharedToken(line, payment) !== undefined)
  const most = { found: MOST_TRIED, lookedAt: MOST_LOOKED_AT }
  const lines = [...payment.name.slice(0, 1), ...payment.tokens].flatMap((word) =>
    few(index.around(word, payment.day, DAYS, DAYS), fits, most),
  )
  return [...new Set(lines)]
    .toSorted((left, right) => Math.abs(left.day - payment.day) - Math.abs(right.day - payment.day))
    .slice(0, MOST_TRIED)
}
