import type { Basis } from '../../shared/contract/action-values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { notedReference } from '../../shared/payment-reference.ts'
import { call } from '../api/call.ts'
import type { Invoice } from './invoices-queries.ts'
import type { PaymentPlan, PaymentStep } from './payment-plan.ts'

export interface PaymentGiven {
  readonly invoice: Invoice
  readonly plan: PaymentPlan
  readonly failed: boolean
  readonly date: BusinessDate | null
  readonly note: string
  /** number of who paid, where it was not the customer; empty otherwise */
  readonly payer: string
  /** what the form was built on */
  readonly held: Basis[]
  /** grows with each step: what was recorded stays so where a later one is refused */
  readonly recorded: PaymentStep[]
}

/** Records the steps of a payment, one after the other. */
export async function recordPayment(given: PaymentGiven): Promise<void> {
  let basis = given.held
  for (const step of given.plan.steps) {
    // A step changes what the next one is built on; only another person's change must refuse it.
    if (given.recorded.length > 0) basis = (await call('invoices.get', { ref: given.invoice.ref })).basis
    await recordStep(given, step, basis)
    given.recorded.push(step)
  }
}

function recordStep({ invoice, failed, date, note, payer }: PaymentGiven, step: PaymentStep, basis: Basis[]) {
  const { method, amount } = step
  const header = { date, note: notedReference(method, step.reference, note) }
  if (step.of === 'account') {
    return call('accounts.deposit', {
      ...header,
      basis: [],
      customer: invoice.customerNumber,
      amount,
      method,
      failed: false,
    })
  }
  const paid = { amount: asked(step), method, failed, payer: payerOf(step, payer) }
  return call('invoices.pay', { ...header, basis, ref: invoice.ref, ...paid })
}

/** What each step on the invoice would do, or why it is refused. */
export async function previewPayment({
  invoice,
  failed,
  date,
  plan,
  payer,
}: Omit<PaymentGiven, 'held' | 'recorded' | 'note'>) {
  const steps = plan.steps.filter(({ of }) => of === 'invoice')
  return Promise.all(
    steps.map((step) =>
      call('invoices.pay.preview', {
        date,
        note: '',
        basis: invoice.basis,
        ref: invoice.ref,
        amount: asked(step),
        method: step.method,
        failed,
        payer: payerOf(step, payer),
      }),
    ),
  )
}

/** The package tender has no payer: it pays from the packages on the invoice. */
function payerOf({ method }: PaymentStep, payer: string): string {
  return method === 'package' ? '' : payer
}

/** The package tender pays all package lines and nothing else: the engine knows how much that is. */
function asked({ method, amount }: PaymentStep) {
  return method === 'package' ? null : amount
}
