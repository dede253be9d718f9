/** What can be done with one invoice. */
export type InvoiceAction = 'pay' | 'refund' | 'void' | 'delete' | 'correct'

/** What the dialog shows: a new invoice, or one that is there with the form of an action on it. */
export type InvoiceView =
  | { /** null: chosen in the form */ readonly kind: 'new'; readonly customer: string | null }
  | { readonly kind: 'invoice' | InvoiceAction; readonly ref: string }
