import type { Tender } from '../../shared/contract/values.ts'
import { cents, NO_MONEY, sumCents, type Cents } from '../../shared/money.ts'
import { rounded } from '../../shared/rounded-cash.ts'

/** One tender of a payment: how, how much, and the number of a check or a slip. */
export interface TenderPart {
  readonly method: Tender
  /** null while it cannot be read */
  readonly amount: Cents | null
  readonly reference: string
}

/** One tender's part of a payment, in the order in which they are recorded. */
export interface PaymentStep {
  /** what is due, or more than that, which stays the customer's */
  readonly for: 'invoice' | 'account'
  readonly method: Tender
  readonly amount: Cents
  readonly reference: string
  /** which of the tenders typed it comes from */
  readonly place: number
}

export interface PaymentPlan {
  readonly steps: readonly PaymentStep[]
  /** handed back out of the drawer */
  readonly change: Cents
  /** kept on the customer's account */
  readonly kept: Cents
  /** what is still due afterwards */
  readonly due: Cents
}

interface Asked {
  readonly due: Cents
  /** what the package tender would pay: all package lines of the invoice */
  readonly packageLines: Cents
  readonly parts: readonly TenderPart[]
  /** more cash than is due stays on the account, too, and is not handed back */
  readonly keepChange: boolean
  /** the step to which the drawer rounds; 0: it does not */
  readonly cashStep: number
  /** nothing moved: what was tried is recorded as it was asked for */
  readonly failed: boolean
}

/**
 * How a payment splits: package funds pay the package lines, each other tender at most what is then due; of cash the
 * rest is the change, of any other tender it is kept on the account. In cash, what the drawer takes for all that is due
 * pays all of it.
 * @returns null while a part cannot be read, or where the account is asked for more than is due
 */
export function planPayment({ due, packageLines, parts, keepChange, cashStep, failed }: Asked): PaymentPlan | null {
  const steps: PaymentStep[] = []
  const kept: PaymentStep[] = []
  let [left, change] = [due, NO_MONEY]
  for (const { method, reference, place, ...part } of packageFirst(parts)) {
    const amount = method === 'package' ? packageLines : part.amount
    const step = method === 'cash' ? cashStep : 0
    // Nothing pays nothing, but in cash what the drawer rounds to nothing.
    if (amount === null || (amount === 0 && due !== 0 && (step === 0 || rounded(left, step) !== 0))) return null
    const pays = failed ? amount : paysOf(amount, left, step)
    const more = failed || pays < left ? NO_MONEY : moreThan(amount, left, step)
    if (pays > 0 || due === 0) steps.push({ for: 'invoice', method, amount: pays, reference, place })
    if (!failed) left = cents(left - pays)
    if (more === 0) continue
    if (method === 'account' || method === 'package') return null
    if (method === 'cash' && !keepChange) change = cents(change + more)
    else kept.push({ for: 'account', method, amount: more, reference, place })
  }
  if (steps.length === 0) return null
  return { steps: [...steps, ...kept], change, kept: sumCents(kept.map(({ amount }) => amount)), due: left }
}

/** What of an amount pays what is left; cash that is what the drawer takes for it pays all of it. */
function paysOf(amount: Cents, left: Cents, step: number): Cents {
  return amount >= left || (step > 0 && left > 0 && amount >= rounded(left, step)) ? left : amount
}

/** What an amount that pays all that is left brings besides. */
function moreThan(amount: Cents, left: Cents, step: number): Cents {
  return amount === left ? NO_MONEY : cents(Math.max(0, amount - rounded(left, step)))
}

/** What the parts other than one leave to it. */
export function leftFor(place: number, due: Cents, packageLines: Cents, parts: readonly TenderPart[]): Cents {
  const others = parts.filter((_, at) => at !== place)
  const taken = sumCents(
    others.map(({ method, amount }) => (method === 'package' ? packageLines : (amount ?? NO_MONEY))),
  )
  return cents(Math.max(0, due - taken))
}

/** The package tender first: other tenders must leave its lines to it. */
function packageFirst(parts: readonly TenderPart[]): readonly (TenderPart & { readonly place: number })[] {
  const placed = parts.map((part, place) => ({ ...part, place }))
  return [
    ...placed.filter(({ method }) => method === 'package'),
    ...placed.filter(({ method }) => method !== 'package'),
  ]
}
