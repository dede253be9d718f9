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
 * A payment that paid the invoice goes back by a refund; one that paid a part of it by a void, which gives everything
 * back: the billing rules refund paid invoices only. A failed one has moved nothing.
 */
export function invoicePaid(
  invoice: Invoice,
  payment: { readonly amount?: number | null; readonly failed: boolean },
  permissions: readonly Permission[],
): About {
  const { ref } = invoice
  const amount = payment.amount === null || payment.amount === undefined ? packageLines(invoice) : cents(payment.amount)
  const refunds = amount >= invoice.due && permissions.includes('Issue Refunds')
  return {
    show: { of: 'invoice', view: { kind: 'invoice', ref } },
    undo: payment.failed ? null : { of: 'invoice', view: { kind: refunds ? 'refund' : 'void', ref } },
  }
}
