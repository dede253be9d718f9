import { tenderSchema } from '../../shared/contract/values.ts'
import type { PaymentView } from '../packages/actions/action-view.ts'
import type { Invoice } from './invoices-queries.ts'

type PaidInvoice = Pick<Invoice, 'ref' | 'status' | 'payments' | 'customerNumber'>

/**
 * A payment as its reversal names it; null where the rules refuse that: what failed or was reversed, what the package
 * tender paid, and every payment once something of the invoice was refunded.
 */
export function reversibleOf(invoice: PaidInvoice, payment: PaidInvoice['payments'][number]): PaymentView | null {
  const { ref, status, payments, customerNumber } = invoice
  const stands = status === 'paid' || status === 'partially_paid'
  const method = tenderSchema.parse(payment.tender)
  if (!stands || payment.failed || payment.reversed || method === 'package') return null
  if (payments.some(({ refunded }) => refunded !== 0)) return null
  const { amount, date, payer } = payment
  return {
    customer: customerNumber,
    payment: { of: 'invoice', invoice: ref, amount, method },
    amount,
    method,
    date,
    payer: payer?.number ?? '',
  }
}
