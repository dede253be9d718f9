import type { Posting } from '../../ledger/account.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import { invoiceAccount } from '../account-names.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { hasMoved, packagesOn, packageTenderUsed, paidSoFar, standing, type Invoice } from '../invoice.ts'
import { moneyBack, splitBack, type BackOnLine } from '../money-back.ts'
import { lineMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { dollarsBackTo, linesBack } from './refund-invoice.ts'
import { firstRefusal, notRemoved, reasonGiven } from '../refusals.ts'

export interface CancelInvoice extends ActionHeader {
  /** delete also hides the invoice from the lists */
  readonly how: 'invoice_void' | 'invoice_delete'
  readonly invoice: Invoice
  readonly packs: ReadonlyMap<number, CustomerPackage>
}

const FINAL = ['refunded', 'void', 'deleted']

/**
 * Voids or deletes an invoice, with a reason: undoes exactly what still stands of it.
 * Refused: wrong_state where it is refunded, void or deleted; invalid_input without a reason; removed.
 */
export function cancelInvoice(command: CancelInvoice): Outcome<Recording> {
  const { invoice } = command
  if (FINAL.includes(invoice.status)) {
    return refused('wrong_state', `${invoice.ref} is ${invoice.status}; that is final.`, { field: 'ref' })
  }
  const refusal = firstRefusal(reasonGiven(command.note), ...[...command.packs.values()].map(notRemoved))
  if (refusal) return { ok: false, failure: refusal }
  return done(hasMoved(invoice) ? cancelPaid(command) : cancelUnpaid(command))
}

/** What stands of a paid invoice goes back like a refund of all of it. */
function cancelPaid(command: CancelInvoice): Recording {
  const { invoice } = command
  const backs = invoice.lines.map((line) => ({ line, back: standing(line) }))
  const { toPackages, others } = splitBack(
    invoice,
    backs.map(({ line, back }) => ({ line, dollars: back.dollars })),
  )
  const money = moneyBack(invoice, toPackages, others)
  return cancelled(command, money.payments, [...linesBack(backs), ...money.postings], (id) => dollarsBackTo(id, backs))
}

/** An invoice that is not paid moved no hours: its lines stop pending, and what was paid in part goes back. */
function cancelUnpaid(command: CancelInvoice): Recording {
  const { invoice } = command
  const paid = paidSoFar(invoice)
  const toPackages: BackOnLine[] = packageTenderUsed(invoice)
    ? invoice.lines.filter((line) => line.from).map((line) => ({ line, dollars: line.drawn.dollars }))
    : []
  const toFunds = sumCents(toPackages.map(({ dollars }) => dollars))
  const money = moneyBack(invoice, toPackages, cents(paid - toFunds))
  const released = invoice.lines.flatMap((line) =>
    line.from
      ? lineMovement(
          line.from.customerPackageId,
          { line: line.from.packageLine, code: line.code },
          'line_pending',
          'line_available',
          line.drawn,
        )
      : [],
  )
  const collected = paid === 0 ? [] : [{ account: invoiceAccount(invoice.id), quantity: 0, amount: paid }]
  return cancelled(command, money.payments, [...released, ...collected, ...money.postings], (id) =>
    sumCents(toPackages.filter(({ line }) => line.from?.customerPackageId === id).map(({ dollars }) => dollars)),
  )
}

function cancelled(
  command: CancelInvoice,
  payments: Invoice['payments'],
  postings: readonly Posting[],
  amountBackTo: (customerPackageId: number) => number,
): Recording {
  const { invoice, how } = command
  return {
    invoice: { ...invoice, payments, status: how === 'invoice_void' ? 'void' : 'deleted' },
    entry: entryOf(how, command, {
      postings,
      history: packagesOn(invoice.lines).map((id) => ({ subject: id, action: how, amount: amountBackTo(id) })),
    }),
  }
}
