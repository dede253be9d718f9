import { namesAnother, namesCustomer, sharedToken, type LineSide, type PaymentSide } from './sides.ts'
import type { OpenSides } from './open-sides.ts'

/** A file may be dated a few days after the desk's own day. */
const EXACT_DAYS = 3
const LIKELY_DAYS = 7
/** A shared reference is worth more than the day. */
const REFERENCE_DAYS = 31

/** One line, one payment, of the same amount: by reference first, then by the customer's name, then by the day alone. */
export function matchOneToOne(open: OpenSides): void {
  matchBy(open, tokenKeys, (line) => line.tokens.map((token) => `${line.amount} ${token}`), byReference)
  matchBy(open, nameKeys, nameKeysOfLine, byName)
  matchByDay(open)
}

type Found = readonly [certainty: 'exact' | 'likely' | 'possible', reason: string] | null

function tokenKeys(payment: PaymentSide): string[] {
  return payment.tokens.map((token) => `${payment.amount} ${token}`)
}

function nameKeys(payment: PaymentSide): string[] {
  return payment.name.map((word) => `${payment.amount} ${word}`)
}

function nameKeysOfLine(line: LineSide): string[] {
  return [...line.words].map((word) => `${line.amount} ${word}`)
}

/** Goes through what shares a key, the nearest days first; so that no amount that is frequent makes it slow. */
function matchBy(
  open: OpenSides,
  keysOfPayment: (payment: PaymentSide) => readonly string[],
  keysOfLine: (line: LineSide) => readonly string[],
  judge: (line: LineSide, payment: PaymentSide) => Found,
): void {
  const byKey = new Map<string, PaymentSide[]>()
  for (const payment of open.payments) {
    for (const key of keysOfPayment(payment)) {
      const same = byKey.get(key)
      if (same) same.push(payment)
      else byKey.set(key, [payment])
    }
  }
  for (const line of open.lines) {
    let best: { payment: PaymentSide; found: NonNullable<Found>; days: number } | undefined
    for (const key of keysOfLine(line)) {
      for (const payment of near(byKey.get(key) ?? [], line.day, open)) {
        const days = Math.abs(payment.day - line.day)
        const found = judge(line, payment)
        if (found && (!best || days < best.days)) best = { payment, found, days }
      }
    }
    if (best) open.propose([line], [best.payment], ...best.found)
  }
}

/** Of payments in the order of their days, some that are open and lie around a day. */
function near(payments: readonly PaymentSide[], day: number, open: OpenSides): PaymentSide[] {
  let [low, high] = [0, payments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((payments[middle]?.day ?? 0) < day - REFERENCE_DAYS) low = middle + 1
    else high = middle
  }
  const found: PaymentSide[] = []
  for (let place = low; place < payments.length && found.length < MOST_LOOKED_AT; place++) {
    const payment = payments[place]
    if (!payment || payment.day > day + REFERENCE_DAYS) break
    if (open.hasPayment(payment)) found.push(payment)
  }
  return found
}

const MOST_LOOKED_AT = 200

function byReference(line: LineSide, payment: PaymentSide): Found {
  const token = sharedToken(line, payment)
  if (token === undefined) return null
  return ['exact', `Same amount and reference ${token}, ${daysApart(line, payment)}`]
}

function byName(line: LineSide, payment: PaymentSide): Found {
  const days = Math.abs(payment.day - line.day)
  if (days > LIKELY_DAYS || !namesCustomer(line, payment)) return null
  return [days <= EXACT_DAYS ? 'exact' : 'likely', `Same amount and customer, ${daysApart(line, payment)}`]
}

/** What has nothing but the amount: by day, the same day first, then one day apart, and so on. */
function matchByDay(open: OpenSides): void {
  for (let apart = 0; apart <= LIKELY_DAYS; apart++) {
    for (const distance of apart === 0 ? [0] : [-apart, apart]) matchAtDistance(open, distance)
  }
}

/** @param distance days from the line to the payment */
function matchAtDistance(open: OpenSides, distance: number): void {
  const lines = Map.groupBy(open.lines, (line) => `${line.amount} ${line.day + distance}`)
  const payments = Map.groupBy(
    open.payments.filter((payment) => lines.has(`${payment.amount} ${payment.day}`)),
    (payment) => `${payment.amount} ${payment.day}`,
  )
  for (const [key, there] of payments) {
    const asking = lines.get(key) ?? []
    const even = asking.length === there.length
    pairInOrder(open, asking, there, (line, payment) => {
      const reason = `Same amount, ${daysApart(line, payment)}`
      if (namesAnother(line, payment)) return ['possible', `${reason}; the file names ${line.row.name}`]
      if (Math.abs(distance) > EXACT_DAYS) return ['likely', reason]
      if (even) return ['exact', asking.length === 1 ? reason : `${reason}; ${asking.length} alike on both sides`]
      return ['likely', `${reason}; ${asking.length} in the file, ${there.length} recorded`]
    })
  }
}

/** Equal ones are paired in their order; a rejected pair tries the next. */
function pairInOrder(
  open: OpenSides,
  lines: readonly LineSide[],
  payments: readonly PaymentSide[],
  judge: (line: LineSide, payment: PaymentSide) => NonNullable<Found>,
): void {
  let from = 0
  for (const line of lines) {
    while (from < payments.length && !open.hasPayment(payments[from] as PaymentSide)) from++
    for (let place = from; place < Math.min(payments.length, from + MOST_LOOKED_AT); place++) {
      const payment = payments[place]
      if (!payment || !open.hasPayment(payment)) continue
      if (open.propose([line], [payment], ...judge(line, payment))) break
    }
  }
}

function daysApart(line: LineSide, payment: PaymentSide): string {
  const days = Math.abs(line.day - payment.day)
  if (days === 0) return 'same day'
  return days === 1 ? 'one day apart' : `${days} days apart`
}
