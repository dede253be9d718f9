import type { OpenSides } from './open-sides.ts'
import { namesCustomer, sharedToken, type LineSide, type PaymentSide } from './sides.ts'
import { subsetWithSum } from './subset.ts'

const DAYS = 14
const MOST_TRIED = 12

/** Several lines for one payment that arrived in parts: each must name its customer or its reference. */
export function matchManyToOne(open: OpenSides): void {
  const byWord = Map.groupBy(
    open.lines.flatMap((line) => [...line.words, ...line.tokens].map((word) => ({ line, word }))),
    ({ word }) => word,
  )
  for (const payment of open.payments) {
    const parts = partsOf(open, byWord, payment)
    const found = subsetWithSum(parts, payment.amount)
    if (found) open.propose(found, [payment], 'likely', `${found.length} lines come to this payment`)
  }
}

function partsOf(
  open: OpenSides,
  byWord: ReadonlyMap<string, readonly { readonly line: LineSide }[]>,
  payment: PaymentSide,
): LineSide[] {
  const lines = new Set<LineSide>()
  for (const word of [...payment.name.slice(0, 1), ...payment.tokens]) {
    for (const { line } of byWord.get(word) ?? []) {
      const fits =
        open.hasLine(line) &&
        Math.abs(line.day - payment.day) <= DAYS &&
        Math.sign(line.amount) === Math.sign(payment.amount) &&
        Math.abs(line.amount) < Math.abs(payment.amount) &&
        (namesCustomer(line, payment) || sharedToken(line, payment) !== undefined)
      if (fits) lines.add(line)
    }
  }
  return [...lines]
    .toSorted((left, right) => Math.abs(left.day - payment.day) - Math.abs(right.day - payment.day))
    .slice(0, MOST_TRIED)
}
