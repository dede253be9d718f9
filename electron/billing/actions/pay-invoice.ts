import type { Posting } from '../../ledger/account.ts'
import type { HistoryMention } from '../../ledger/entry.ts'
import type { Tender } from '../../../shared/contract/values.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { invoiceAccount, packageDrawn, sales, tenderAccount } from '../account-names.ts'
import { funds, type CustomerPackage } from '../customer-package.ts'
import { amountDue, packageLinesTotal, packagesOn, packageTenderUsed, paidSoFar, type Invoice } from '../invoice.ts'
import { amountOn } from './make-invoice.ts'
import { lineMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { coveredByAccount, failure, firstRefusal, moreThanNothing, type Check } from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'

export interface PayInvoice extends ActionHeader {
  readonly invoice: Invoice
  /** the customer packages on the invoice, by id */
  readonly packs: ReadonlyMap<number, CustomerPackage>
  /** the customer's account balance */
  readonly account: Cents
  /** null: all that is due; with the package tender all package lines */
  readonly amount: Cents | null
  readonly method: Tender
  readonly failed: boolean
}

/**
 * Pays an invoice in whole or in part. Hours and items move only when nothing is due any more. A failed payment stays
 * on the invoice's list without effect.
 * Refused: wrong_state, tender_refused, invalid_input, more_than_due, more_than_funds, more_than_account.
 */
export function payInvoice(terms: BillingTerms, command: PayInvoice): Outcome<Recording> {
  const { invoice, method } = command
  if (invoice.status !== 'open' && invoice.status !== 'partially_paid') {
    return refused('wrong_state', `${invoice.ref} is ${invoice.status.replace('_', ' ')}; no payment is due on it.`, {
      field: 'ref',
    })
  }
  const all = method === 'package' ? packageLinesTotal(invoice) : amountDue(invoice)
  const amount = command.amount ?? all
  const refusal =
    method === 'package' ? packageTenderFits(terms, command, amount) : otherTenderFits(terms, command, amount)
  if (refusal) return { ok: false, failure: refusal }
  return done(payment(command, amount))
}

function packageTenderFits(terms: BillingTerms, command: PayInvoice, amount: Cents): Check {
  const { invoice } = command
  const total = packageLinesTotal(invoice)
  if (!invoice.lines.some((line) => line.from)) {
    return failure(
      'tender_refused',
      `${invoice.ref} has no package lines for the package tender to pay.`,
      'method',
      'Choose another tender.',
    )
  }
  if (packageTenderUsed(invoice)) {
    return failure(
      'tender_refused',
      `The package tender has already paid the package lines of ${invoice.ref}.`,
      'method',
      'Pay the rest by another tender.',
    )
  }
  if (amount !== total) {
    return failure(
      'invalid_input',
      `The package tender pays all package lines, ${inWords(terms, total)}, and nothing else.`,
      'amount',
      'Leave the amount empty.',
    )
  }
  const due = amountDue(invoice)
  if (due < total) {
    const message = `Only ${inWords(terms, due)} is due on ${invoice.ref}, less than its package lines (${inWords(terms, total)}).`
    return failure('tender_refused', message, 'method', 'Pay the rest by another tender.')
  }
  return command.failed || terms.fundsBelowZero ? undefined : fundsSuffice(terms, command)
}

function fundsSuffice(terms: BillingTerms, command: PayInvoice): Check {
  for (const pack of command.packs.values()) {
    if (funds(pack) < amountOn(command.invoice.lines, pack.id)) {
      const message = `The package funds of ${pack.ref} are ${inWords(terms, funds(pack))}; this school does not let them go below zero.`
      return failure('more_than_funds', message, 'method', 'Take a package payment first.')
    }
  }
  return undefined
}

function otherTenderFits(terms: BillingTerms, command: PayInvoice, amount: Cents): Check {
  const due = amountDue(command.invoice)
  return firstRefusal(
    due === 0 && amount === 0 ? undefined : moreThanNothing(amount),
    amount > due
      ? failure(
          'more_than_due',
          `${inWords(terms, amount)} is more than the ${inWords(terms, due)} due on ${command.invoice.ref}.`,
          'amount',
          'Take at most what is due.',
        )
      : undefined,
    command.failed ? undefined : coveredByAccount(terms, command.method, amount, command.account),
  )
}

function payment(command: PayInvoice, amount: Cents): Recording {
  const { invoice, method, failed } = command
  const paid = !failed && amount === amountDue(invoice)
  const number = invoice.payments.length + 1
  const after: Invoice = {
    ...invoice,
    status: failed ? invoice.status : paid ? 'paid' : 'partially_paid',
    payments: [...invoice.payments, { payment: number, tender: method, amount, failed, refunded: cents(0) }],
  }
  const effects = failed
    ? {}
    : { postings: paymentPostings(command, amount, paid), history: paymentHistory(command, paid) }
  return { entry: entryOf('invoice_payment', command, effects), invoice: after }
}

function paymentPostings(command: PayInvoice, amount: Cents, paid: boolean): Posting[] {
  const { invoice } = command
  const settled = paid ? settlement(invoice) : [{ account: invoiceAccount(invoice.id), quantity: 0, amount: -amount }]
  return [...sources(command, amount), ...settled].filter((posting) => posting.amount !== 0 || posting.quantity !== 0)
}

function sources(command: PayInvoice, amount: Cents): Posting[] {
  const { invoice, method } = command
  if (method !== 'package') return [{ account: tenderAccount(method, invoice.customerId), quantity: 0, amount }]
  return packagesOn(invoice.lines).map((id) => ({
    account: packageDrawn(id),
    quantity: 0,
    amount: amountOn(invoice.lines, id),
  }))
}

/** The invoice is paid: what was collected on it before becomes sales, and pending quantities become used. */
function settlement(invoice: Invoice): Posting[] {
  return [
    { account: invoiceAccount(invoice.id), quantity: 0, amount: paidSoFar(invoice) },
    ...invoice.lines.map((line) => ({ account: sales(line.catalogueId), quantity: 0, amount: -line.drawn.dollars })),
    ...invoice.lines.flatMap((line) =>
      line.from
        ? lineMovement(
            line.from.customerPackageId,
            { line: line.from.packageLine, code: line.code },
            'line_pending',
            'line_used',
            line.drawn,
          )
        : [],
    ),
  ]
}

function paymentHistory(command: PayInvoice, paid: boolean): HistoryMention[] {
  if (!paid && command.method !== 'package') return []
  const action = paid ? 'item_invoice_paid' : 'item_invoice_part_paid'
  const { lines } = command.invoice
  return packagesOn(lines).map((id) => ({ subject: id, action, amount: amountOn(lines, id) }))
}
