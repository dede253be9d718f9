import type { Basis } from '../../../../shared/contract/action-values.ts'
import { useInvoice, useOverview } from '../../../invoices/invoices-queries.ts'
import type { PaymentView } from '../action-view.ts'
import { accountBasis } from '../package-of.ts'

/** What the form of a payment is built on: its package, account or invoice as it is now. */
export function usePaymentBasis({ customer, payment, method }: PaymentView): readonly Basis[] {
  const invoice = useInvoice(payment.of === 'invoice' ? payment.invoice : null)
  const { data: overview } = useOverview(customer)
  if (payment.of === 'invoice') return invoice.data?.basis ?? []
  const account = payment.of === 'account' || method === 'account' ? accountBasis(overview) : []
  if (payment.of === 'account') return account
  const widget = overview?.packages.find(({ ref }) => ref === payment.package)
  return widget ? [{ of: 'package', ref: widget.ref, entry: widget.lastEntry }, ...account] : account
}
