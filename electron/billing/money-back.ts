import type { Posting } from '../ledger/account.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import { packageDrawn, tenderAccount } from './account-names.ts'
import { packageTenderUsed, type Invoice, type InvoiceLine, type InvoicePayment } from './invoice.ts'

/** A part of an invoice's money, as it goes back. */
export interface BackOnLine {
  readonly line: InvoiceLine
  readonly dollars: Cents
}

export interface MoneyBack {
  readonly postings: readonly Posting[]
  /** the invoice's payments, with what went back to each */
  readonly payments: readonly InvoicePayment[]
}

/**
 * Money goes back to where it came from: package lines' money to the funds of their packages where the package tender
 * was used, everything else to the other tenders, last one first.
 * @param others what goes back besides the package lines' money, in minor units
 */
export function moneyBack(invoice: Invoice, toPackages: readonly BackOnLine[], others: Cents): MoneyBack {
  const postings: Posting[] = toPackages.flatMap(({ line, dollars }) =>
    line.from ? [{ account: packageDrawn(line.from.customerPackageId), quantity: 0, amount: -dollars }] : [],
  )
  const toFunds = sumCents(toPackages.map(({ dollars }) => dollars))
  let left: number = others
  const payments = invoice.payments.toReversed().map((payment) => {
    if (payment.failed) return payment
    if (payment.tender === 'package') return { ...payment, refunded: cents(payment.refunded + toFunds) }
    const back = cents(Math.min(left, payment.amount - payment.refunded))
    left -= back
    postings.push({ account: tenderAccount(payment.tender, invoice.customerId), quantity: 0, amount: -back })
    return { ...payment, refunded: cents(payment.refunded + back) }
  })
  if (left !== 0) throw new Error(`${invoice.ref}: ${left} minor units would go back that never came`)
  return { postings: postings.filter(({ amount }) => amount !== 0), payments: payments.toReversed() }
}

/** Splits what goes back by line into the packages' part and the sum of the rest. */
export function splitBack(invoice: Invoice, back: readonly BackOnLine[]): { toPackages: BackOnLine[]; others: Cents } {
  const byPackageTender = ({ line }: BackOnLine) => packageTenderUsed(invoice) && line.from !== null
  return {
    toPackages: back.filter(byPackageTender),
    others: sumCents(back.filter((part) => !byPackageTender(part)).map(({ dollars }) => dollars)),
  }
}
