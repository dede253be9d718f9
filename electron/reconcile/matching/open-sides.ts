import type { Proposal } from '../../../shared/contract/reconcile.ts'
import { cents } from '../../../shared/money.ts'
import type { LineSide, PaymentSide } from './sides.ts'

/** What is still without a partner, and what was proposed so far. A line and a payment are in one proposal at most. */
export class OpenSides {
  readonly proposals: Proposal[] = []
  readonly #lines: Set<LineSide>
  readonly #payments: Set<PaymentSide>
  /** by other tenders: they take part only where a payout is known to hold them */
  readonly #inPayouts: Set<PaymentSide>
  readonly #byKey: ReadonlyMap<string, PaymentSide>
  readonly #rejected: ReadonlySet<string>

  /** @param inPayouts payments by other tenders than the source's, in payouts that another source has told of */
  constructor(
    lines: readonly LineSide[],
    payments: readonly PaymentSide[],
    { rejected, inPayouts }: { readonly rejected: ReadonlySet<string>; readonly inPayouts: readonly PaymentSide[] },
  ) {
    this.#lines = new Set(lines)
    this.#payments = new Set(payments)
    this.#inPayouts = new Set(inPayouts)
    this.#byKey = new Map([...payments, ...inPayouts].map((payment) => [payment.key, payment]))
    this.#rejected = rejected
  }

  /** The lines that are left, by date. */
  get lines(): LineSide[] {
    return [...this.#lines]
  }

  get payments(): PaymentSide[] {
    return [...this.#payments]
  }

  hasLine(line: LineSide): boolean {
    return this.#lines.has(line)
  }

  hasPayment(payment: PaymentSide): boolean {
    return this.#payments.has(payment)
  }

  /** The open payment of a key, also one by another tender in a payout. */
  paymentOf(key: string): PaymentSide | undefined {
    const payment = this.#byKey.get(key)
    return payment && (this.#payments.has(payment) || this.#inPayouts.has(payment)) ? payment : undefined
  }

  /** Whether somebody said that these do not belong together. */
  isRejected(lines: readonly LineSide[], payments: readonly PaymentSide[]): boolean {
    return this.#rejected.size > 0 && this.#rejected.has(keyOf(lines, payments))
  }

  /** Proposes that these belong together; answers whether it did: a rejected pair is not proposed again. */
  propose(
    lines: readonly LineSide[],
    payments: readonly PaymentSide[],
    certainty: Proposal['certainty'],
    reason: string,
  ): boolean {
    const key = keyOf(lines, payments)
    if (this.#rejected.has(key)) return false
    this.proposals.push(proposal(key, lines, payments, certainty, reason))
    for (const line of lines) this.#lines.delete(line)
    for (const payment of payments) {
      this.#payments.delete(payment)
      this.#inPayouts.delete(payment)
    }
    return true
  }
}

function keyOf(lines: readonly LineSide[], payments: readonly PaymentSide[]): string {
  return proposalKey(
    lines.map((line) => line.key),
    payments.map((payment) => payment.key),
  )
}

/** Names which lines and payments belong together, in whatever order they were found. */
export function proposalKey(lines: readonly string[], payments: readonly string[]): string {
  return `${lines.toSorted().join(',')}|${payments.toSorted().join(',')}`
}

function proposal(
  key: string,
  lines: readonly LineSide[],
  payments: readonly PaymentSide[],
  certainty: Proposal['certainty'],
  reason: string,
): Proposal {
  const difference = sum(lines) - sum(payments)
  return {
    key,
    lines: lines.map(({ row }) => row),
    payments: payments.map(({ row }) => row),
    certainty,
    reason,
    difference: cents(difference),
  }
}

export function sum(sides: readonly { readonly amount: number }[]): number {
  return sides.reduce((total, { amount }) => total + amount, 0)
}
