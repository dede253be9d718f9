import type { Proposal } from '../../../shared/contract/reconcile.ts'
import { cents } from '../../../shared/money.ts'
import type { LineSide, PaymentSide } from './sides.ts'

/** What is still without a partner, and what was proposed so far. A line and a payment are in one proposal at most. */
export class OpenSides {
  readonly proposals: Proposal[] = []
  readonly #lines: Map<string, LineSide>
  readonly #payments: Map<string, PaymentSide>
  readonly #rejected: ReadonlySet<string>

  constructor(lines: readonly LineSide[], payments: readonly PaymentSide[], rejected: ReadonlySet<string>) {
    this.#lines = new Map(lines.map((line) => [line.key, line]))
    this.#payments = new Map(payments.map((payment) => [payment.key, payment]))
    this.#rejected = rejected
  }

  /** The lines that are left, by date. */
  get lines(): LineSide[] {
    return [...this.#lines.values()]
  }

  get payments(): PaymentSide[] {
    return [...this.#payments.values()]
  }

  hasLine({ key }: LineSide): boolean {
    return this.#lines.has(key)
  }

  hasPayment({ key }: PaymentSide): boolean {
    return this.#payments.has(key)
  }

  paymentOf(key: string): PaymentSide | undefined {
    return this.#payments.get(key)
  }

  /** Proposes that these belong together; answers whether it did: a rejected pair is not proposed again. */
  propose(
    lines: readonly LineSide[],
    payments: readonly PaymentSide[],
    certainty: Proposal['certainty'],
    reason: string,
  ): boolean {
    const key = proposalKey(
      lines.map((line) => line.key),
      payments.map((payment) => payment.key),
    )
    if (this.#rejected.has(key)) return false
    this.proposals.push(proposal(key, lines, payments, certainty, reason))
    for (const line of lines) this.#lines.delete(line.key)
    for (const payment of payments) this.#payments.delete(payment.key)
    return true
  }
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
