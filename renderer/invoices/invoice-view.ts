import type { CallInput } from '../../shared/contract/index.ts'
import type { BusinessDate } from '../../shared/dates.ts'

/** What can be done with one invoice. */
export type InvoiceAction = 'pay' | 'refund' | 'void' | 'delete' | 'correct'

/** A line of an invoice as it was sent once. */
export type SentLine = CallInput<'invoices.correct'>['lines'][number]

/** What a form begins with that does again what the list Not sent has. */
export interface InvoiceFilled {
  /** the number there */
  readonly again: number
  readonly date: BusinessDate | null
  readonly note: string
  readonly lines?: readonly SentLine[]
  /** what becomes of what was paid on an invoice that is corrected */
  readonly money?: 'back' | 'stays' | undefined
  readonly paid?: Pick<CallInput<'payments.take'>, 'parts' | 'failed' | 'payer'>
  readonly part?: CallInput<'invoices.refund'>['part']
}

/** What the dialog shows: a new invoice, or one that is there with the form of an action on it. */
export type InvoiceView = { readonly filled?: InvoiceFilled } & (
  | { /** null: chosen in the form */ readonly kind: 'new'; readonly customer: string | null }
  | { readonly kind: 'invoice' | InvoiceAction; readonly ref: string }
)
