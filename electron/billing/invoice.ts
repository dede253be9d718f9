import type { InvoiceStatus, Tender } from '../../shared/contract/values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import type { Holding, LineTerms } from './draw.ts'

/** One line of an invoice; its amount is fixed when the invoice is made. */
export interface InvoiceLine extends LineTerms {
  /** from 1 */
  readonly line: number
  readonly code: string
  /** id in the catalogue */
  readonly catalogueId: number
  /** the customer package and its line that it is drawn from; null at the standard rate */
  readonly from: { readonly customerPackageId: number; readonly packageLine: number } | null
  readonly drawn: Holding
  readonly refunded: Holding
  /** whether its amount was agreed, not the standard rate's */
  readonly amountAgreed: boolean
}

/** One payment of an invoice. A failed one has no effect and only stays on the list. */
export interface InvoicePayment {
  readonly payment: number
  readonly tender: Tender
  readonly amount: Cents
  readonly failed: boolean
  /** whether it was taken back: a check returned, a chargeback, a mistake */
  readonly reversed: boolean
  readonly date: BusinessDate
  /** who paid, where it was not the customer; also whose account the money goes back to */
  readonly payerId: number | null
  /** what went back to it since */
  readonly refunded: Cents
}

export interface Invoice {
  readonly id: number
  readonly ref: string
  readonly customerId: number
  readonly date: BusinessDate
  /** the last day on which something of it was refunded; null where nothing was */
  readonly refundedOn: BusinessDate | null
  /** the last day on which a payment of it was reversed; null where none was */
  readonly reversedOn: BusinessDate | null
  readonly total: Cents
  readonly status: InvoiceStatus
  readonly lines: readonly InvoiceLine[]
  readonly payments: readonly InvoicePayment[]
}

/** Whether a payment counts: it succeeded and was not reversed since. */
export function stands(payment: InvoicePayment): boolean {
  return !payment.failed && !payment.reversed
}

export function paidSoFar(invoice: Invoice): Cents {
  return sumCents(invoice.payments.filter(stands).map((payment) => payment.amount))
}

/** The latest day of what a refund, a void or a reversal undoes: the invoice's own, its payments', its refunds'. */
export function lastDayOf(invoice: Invoice): BusinessDate {
  const days = [
    invoice.date,
    invoice.refundedOn ?? invoice.date,
    ...invoice.payments.filter(stands).map(({ date }) => date),
  ]
  return days.reduce((latest, day) => (day > latest ? day : latest))
}

export function amountDue(invoice: Invoice): Cents {
  return cents(invoice.total - paidSoFar(invoice))
}

/** Whether the package tender paid its package lines. */
export function packageTenderUsed(invoice: Invoice): boolean {
  return invoice.payments.some((payment) => payment.tender === 'package' && stands(payment))
}

/** What the lines that are drawn from customer packages come to: all that the package tender pays, and nothing else. */
export function packageLinesTotal(invoice: Invoice): Cents {
  return sumCents(invoice.lines.filter((line) => line.from !== null).map((line) => line.drawn.dollars))
}

/** What of a line was not refunded. */
export function standing(line: InvoiceLine): Holding {
  return {
    quantity: hundredths(line.drawn.quantity - line.refunded.quantity),
    dollars: cents(line.drawn.dollars - line.refunded.dollars),
  }
}

/** The customer packages on an invoice, in the order of their first lines. */
export function packagesOn(lines: readonly InvoiceLine[]): number[] {
  const ids = lines.flatMap((line) => (line.from ? [line.from.customerPackageId] : []))
  return [...new Set(ids)]
}

/** Whether hours have moved: from paid on, until everything went back. */
export function hasMoved(invoice: Invoice): boolean {
  return invoice.status === 'paid' || invoice.status === 'partially_refunded'
}

/** What the lines from one customer package come to. */
export function amountOn(lines: readonly InvoiceLine[], customerPackageId: number): Cents {
  return sumCents(
    lines.filter((line) => line.from?.customerPackageId === customerPackageId).map((line) => line.drawn.dollars),
  )
}

/** The invoice's state inside a sentence: partially paid. */
export function statusWords({ status }: Invoice): string {
  return status.replace('_', ' ')
}
