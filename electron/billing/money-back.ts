import type { Posting } from '../ledger/account.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import { packageDrawn, sales } from './account-names.ts'
import { tenderPostings } from './cash-rounding.ts'
import type { Holding } from './draw.ts'
import { packageTenderUsed, stands, type Invoice, type InvoiceLine, type InvoicePayment } from './invoice.ts'
import { lineMovement } from './movement.ts'

/** A line with what of it goes back. */
export interface LineBack {
  readonly line: InvoiceLine
  readonly back: Holding
}

export interface MoneyBack {
  readonly postings: readonly Posting[]
  /** the invoice's payments, with what went back to each */
  readonly payments: readonly InvoicePayment[]
}

/**
 * Money goes back to where it came from: package lines' money to the funds of their packages where the package tender
 * was used, everything else to the other tenders, last one first; by account to the payer's, where there is one.
 * @param others what goes back besides the package lines' money, in minor units
 * @param cashStep the step to which the drawer rounds, in minor units; 0: none
 */
export function moneyBack(
  invoice: Invoice,
  toPackages: readonly { readonly line: InvoiceLine; readonly dollars: Cents }[],
  others: Cents,
  cashStep: number,
): MoneyBack {
  const postings: Posting[] = toPackages.flatMap(({ line, dollars }) =>
    line.from ? [{ account: packageDrawn(line.from.customerPackageId), quantity: 0, amount: -dollars }] : [],
  )
  const toFunds = sumCents(toPackages.map(({ dollars }) => dollars))
  let left: number = others
  const payments = invoice.payments.toReversed().map((payment) => {
    if (!stands(payment)) return payment
    if (payment.tender === 'package') return { ...payment, refunded: cents(payment.refunded + toFunds) }
    const back = cents(Math.min(left, payment.amount - payment.refunded))
    left -= back
    postings.push(...tenderPostings(payment.tender, payment.payerId ?? invoice.customerId, cents(-back), cashStep))
    return { ...payment, refunded: cents(payment.refunded + back) }
  })
  if (left !== 0) throw new Error(`${invoice.ref}: ${left} minor units would go back that never came`)
  return { postings: postings.filter(({ amount }) => amount !== 0), payments: payments.toReversed() }
}

/** Splits what goes back by line into the packages' part and the sum of the rest. */
export function splitBack(invoice: Invoice, backs: readonly LineBack[]) {
  const byPackageTender = ({ line }: LineBack) => packageTenderUsed(invoice) && line.from !== null
  return {
    toPackages: backs.filter(byPackageTender).map(({ line, back }) => ({ line, dollars: back.dollars })),
    others: sumCents(backs.filter((part) => !byPackageTender(part)).map(({ back }) => back.dollars)),
  }
}

/** Used quantities become available again, and the sales are taken back. */
export function linesBack(backs: readonly LineBack[]): Posting[] {
  return backs.flatMap(({ line: { from, code, catalogueId }, back }) => {
    const sale = { account: sales(catalogueId), quantity: 0, amount: back.dollars }
    const moved = from
      ? lineMovement(from.customerPackageId, { line: from.packageLine, code }, 'line_used', 'line_available', back)
      : []
    return back.dollars === 0 ? moved : [sale, ...moved]
  })
}

export function dollarsBackTo(customerPackageId: number, backs: readonly LineBack[]): Cents {
  return sumCents(
    backs.filter(({ line }) => line.from?.customerPackageId === customerPackageId).map(({ back }) => back.dollars),
  )
}
