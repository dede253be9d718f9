import type { Tender } from '../../shared/contract/values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import type { Permission } from '../../shared/permissions.ts'
import type { About, Invoice } from './invoices-queries.ts'

/** What the package tender pays: all package lines of the invoice. */
export function packageLines(invoice: Invoice): Cents {
  return sumCents(invoice.lines.filter((line) => line.packageRef !== null).map((line) => line.amount))
}

/** An invoice that was just made is undone by voiding it. */
export function invoiceMade(ref: string): About {
  return {
    show: { of: 'invoice', view: { kind: 'invoice', ref } },
    undo: { of: 'invoice', view: { kind: 'void', ref } },
  }
}

/** A refund, a void, a deletion and a correction are final: they can be seen, not undone. */
export function invoiceFinished(ref: string): About {
  return { show: { of: 'invoice', view: { kind: 'invoice', ref } }, undo: null }
}

/**
 * A payment is reversed. What the package tender paid is not: an invoice that it paid wholly goes back by a refund, one
 * that it paid in part by a void. A failed payment has moved nothing.
 */
export function invoicePaid(invoice: Invoice, payment: PaymentMade, permissions: readonly Permission[]): About {
  const { ref } = invoice
  const show = { of: 'invoice', view: { kind: 'invoice', ref } } as const
  if (payment.failed) return { show, undo: null }
  if (payment.method !== 'package') {
    const { method, date, payer = '' } = payment
    const paid = cents(payment.amount ?? invoice.due)
    const reversed = { of: 'invoice', invoice: ref, amount: paid, method } as const
    const view = { customer: invoice.customerNumber, payment: reversed, amount: paid, method, date, payer }
    return { show, undo: { of: 'action', view: { kind: 'reversePayment', payment: view } } }
  }
  const amount = payment.amount === null || payment.amount === undefined ? packageLines(invoice) : cents(payment.amount)
  const refunds = amount >= invoice.due && permissions.includes('Issue Refunds')
  return { show, undo: { of: 'invoice', view: { kind: refunds ? 'refund' : 'void', ref } } }
}

interface PaymentMade {
  readonly amount?: number | null
  readonly method: Tender
  readonly failed: boolean
  readonly date: BusinessDate
  readonly payer?: string
}
