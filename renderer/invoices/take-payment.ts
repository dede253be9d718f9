import type { Basis } from '../../shared/contract/action-values.ts'
import type { CallInput } from '../../shared/contract/index.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { call } from '../api/call.ts'
import type { Invoice } from './invoices-queries.ts'
import type { PaymentPlan } from './payment-plan.ts'

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
}

/** Records all parts of a payment, or none. */
export function takePayment(given: PaymentGiven) {
  return call('payments.take', asked(given))
}

/** What all parts together would do, or why one of them is refused. */
export function previewPayment(given: Omit<PaymentGiven, 'held' | 'note'>) {
  return call('payments.take.preview', asked({ ...given, held: given.invoice.basis, note: '' }))
}

function asked({ invoice, plan, failed, date, note, payer, held }: PaymentGiven): CallInput<'payments.take'> {
  const parts = plan.steps.map(({ for: what, method, amount, reference }) => ({
    for: what,
    method,
    // The package tender pays all package lines and nothing else: the engine knows how much that is.
    amount: method === 'package' ? null : amount,
    reference,
  }))
  return { ref: invoice.ref, date, note, basis: held, parts, failed, payer }
}
