import type { Posting } from '../ledger/account.ts'
import { invoiceAccount, sales } from './account-names.ts'
import { paidSoFar, type Invoice } from './invoice.ts'
import { lineMovement } from './movement.ts'

/** An invoice becomes paid: what was collected on it before becomes sales, and pending quantities become used. */
export function settlement(invoice: Invoice): Posting[] {
  return [
    { account: invoiceAccount(invoice.id), quantity: 0, amount: paidSoFar(invoice) },
    ...invoice.lines.map((line) => ({ account: sales(line.catalogueId), quantity: 0, amount: -line.drawn.dollars })),
    ...invoice.lines.flatMap(({ from, code, drawn }) =>
      from
        ? lineMovement(from.customerPackageId, { line: from.packageLine, code }, 'line_pending', 'line_used', drawn)
        : [],
    ),
  ]
}

/** A paid invoice of which nothing was refunded is paid no more: the settlement's opposite, for what stays paid on it. */
export function unsettled(staysPaid: Invoice): Posting[] {
  return settlement(staysPaid).map((posting) => ({
    ...posting,
    quantity: -posting.quantity,
    amount: -posting.amount,
  }))
}
