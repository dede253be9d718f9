import { AmountDays } from './near-index.ts'
import type { OpenSides } from './open-sides.ts'
import { EXACT_DAYS, LIKELY_DAYS, matchNearest, type Found } from './one-to-one.ts'
import { daysApart, namesAnother, sharesName, type LineSide, type PaymentSide } from './sides.ts'
import { say } from '../../../shared/words/say.ts'

/** Equal ones of a day are tried against so many others where a pair was rejected or the names contradict. */
const MOST_LOOKED_AT = 200

/** Answers whether everything of an amount around a pair pairs up: then it does not matter which goes with which. */
type IsEven = (line: LineSide, payment: PaymentSide) => boolean

/**
 * What has little but the amount: where a part of the name agrees, then the same day, then one day apart, and so on.
 * Such a pair is exact only where nothing of the same amount is left over about these days.
 */
export function matchByAmount(open: OpenSides): void {
  const isEven = evenness(open)
  matchNearest(open, EXACT_DAYS, {
    wordsOfPayment: ({ name }) => name,
    wordsOfLine: ({ name }) => name,
    judge: (line, payment) => {
      if (!sharesName(line, payment)) return null
      const reason = say('reconcile.same_amount_and_a_part_of_the_name', { apart: daysApart(line, payment) })
      return [isEven(line, payment) ? 'exact' : 'likely', reason]
    },
  })
  for (const distance of distances(LIKELY_DAYS)) matchAtDistance(open, distance, isEven)
  for (const distance of distances(EXACT_DAYS)) matchAtDistance(open, distance, null)
}

function evenness(open: OpenSides): IsEven {
  const [lines, payments] = [new AmountDays(open.lines), new AmountDays(open.payments)]
  return (line, payment) => {
    const from = Math.min(line.day, payment.day) - EXACT_DAYS
    const to = Math.max(line.day, payment.day) + EXACT_DAYS
    return lines.count(line.amount, from, to) === payments.count(line.amount, from, to)
  }
}

/** 0, -1, 1, -2, 2 …: from the line to the payment, which comes first as a rule. */
function distances(most: number): number[] {
  return [0, ...Array.from({ length: most }, (_, place) => [-place - 1, place + 1]).flat()]
}

/** @param isEven null: pairs whose names contradict each other */
function matchAtDistance(open: OpenSides, distance: number, isEven: IsEven | null): void {
  const lines = Map.groupBy(open.lines, (line) => `${line.amount} ${line.day + distance}`)
  const payments = Map.groupBy(
    open.payments.filter((payment) => lines.has(`${payment.amount} ${payment.day}`)),
    (payment) => `${payment.amount} ${payment.day}`,
  )
  for (const [key, there] of payments) pairInOrder(open, lines.get(key) ?? [], there, isEven)
}

/** Equal ones are paired in their order; where a pair was rejected, or the names contradict, the next is tried. */
function pairInOrder(
  open: OpenSides,
  lines: readonly LineSide[],
  payments: readonly PaymentSide[],
  isEven: IsEven | null,
): void {
  let from = 0
  for (const line of lines) {
    for (let payment = payments[from]; payment && !open.hasPayment(payment); payment = payments[from]) from++
    if (from === payments.length) return
    for (const payment of payments.slice(from, from + MOST_LOOKED_AT)) {
      if (!open.hasPayment(payment)) continue
      const contradicts = namesAnother(line, payment)
      if (isEven !== null && contradicts) continue
      if (open.propose([line], [payment], ...judged(line, payment, isEven))) break
    }
  }
}

function judged(line: LineSide, payment: PaymentSide, isEven: IsEven | null): Found {
  const reason = say('reconcile.same_amount_apart', { apart: daysApart(line, payment) })
  if (isEven === null) return ['possible', say('reconcile.the_file_names', { reason, name: line.row.name })]
  if (Math.abs(line.day - payment.day) > EXACT_DAYS) return ['likely', reason]
  if (isEven(line, payment)) return ['exact', reason]
  return ['likely', say('reconcile.more_on_one_side', { reason })]
}
