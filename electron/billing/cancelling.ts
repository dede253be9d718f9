import type { Posting } from '../ledger/account.ts'
import { done, type Outcome } from '../../shared/failure.ts'
import { cents, sumCents } from '../../shared/money.ts'
import { invoiceAccount } from './account-names.ts'
import { entryOf, type ActionHeader, type Facts, type Recording } from './books/recording.ts'
import type { CustomerPackage } from './customer-package.ts'
import {
  hasMoved,
  lastDayOf,
  packagesOn,
  packageTenderUsed,
  paidSoFar,
  standing,
  statusWords,
  type Invoice,
} from './invoice.ts'
import { dollarsBackTo, linesBack, moneyBack, splitBack, type MoneyBack } from './money-back.ts'
import { lineMovement } from './movement.ts'
import { firstRefusal, no, notBefore, notRemoved, reasonGiven } from './refusals.ts'
import type { BillingTerms } from './terms.ts'

/** An invoice that is voided or deleted. */
export interface Cancelling extends Pick<ActionHeader, 'date' | 'note'> {
  readonly invoice: Invoice
  readonly packs: ReadonlyMap<number, CustomerPackage>
}

const FINAL = ['refunded', 'void', 'deleted']

/**
 * Whether an invoice can be voided or deleted: with a reason, and undoing exactly what still stands of it.
 * Refused: wrong_state where it is refunded, void or deleted; invalid_input without a reason; removed; wrong_date.
 */
export function mayCancel(terms: BillingTerms, { invoice, packs, note, date }: Cancelling): Outcome<Facts> {
  if (FINAL.includes(invoice.status))
    return no('wrong_state', 'final', { ref: invoice.ref, status: statusWords(invoice) }, 'ref')
  const refused = firstRefusal(
    reasonGiven(note),
    ...[...packs.values()].map(notRemoved),
    notBefore(terms, date, lastDayOf(invoice), 'beforeWhatItUndoes'),
  )
  return refused ? { ok: false, failure: refused } : done({})
}

/** Undoes what stands of an invoice. */
export function cancelled(
  action: 'invoice_void' | 'invoice_delete',
  command: Cancelling & ActionHeader,
  cashStep: number,
): Recording {
  const { invoice } = command
  const undone = hasMoved(invoice) ? paidUndone(invoice, cashStep) : unpaidUndone(invoice, cashStep)
  return {
    invoice: {
      ...invoice,
      payments: undone.money.payments,
      status: action === 'invoice_void' ? 'void' : 'deleted',
    },
    entry: entryOf(action, command, {
      postings: [...undone.postings, ...undone.money.postings],
      history: undone.mentioned.map((id) => ({ subject: id, action, amount: undone.amountBackTo(id) })),
    }),
  }
}

interface Undone {
  readonly postings: readonly Posting[]
  readonly money: MoneyBack
  /** customer packages whose history says so */
  readonly mentioned: readonly number[]
  amountBackTo(customerPackageId: number): number
}

/** What stands of a paid invoice goes back like a refund of all of it; said only where something comes back. */
function paidUndone(invoice: Invoice, cashStep: number): Undone {
  const backs = invoice.lines.map((line) => ({ line, back: standing(line) })).filter(({ back }) => back.quantity > 0)
  const { toPackages, others } = splitBack(invoice, backs)
  return {
    postings: linesBack(backs),
    money: moneyBack(invoice, toPackages, others, cashStep),
    mentioned: packagesOn(backs.map(({ line }) => line)),
    amountBackTo: (id) => dollarsBackTo(id, backs),
  }
}

/** An invoice that is not paid moved no hours: its lines stop pending, and what was paid in part goes back. */
function unpaidUndone(invoice: Invoice, cashStep: number): Undone {
  const paid = paidSoFar(invoice)
  const toPackages = packageTenderUsed(invoice)
    ? invoice.lines.filter((line) => line.from).map((line) => ({ line, dollars: line.drawn.dollars }))
    : []
  const toFunds = sumCents(toPackages.map(({ dollars }) => dollars))
  const released = invoice.lines.flatMap(({ from, code, drawn }) =>
    from
      ? lineMovement(from.customerPackageId, { line: from.packageLine, code }, 'line_pending', 'line_available', drawn)
      : [],
  )
  const collected = paid === 0 ? [] : [{ account: invoiceAccount(invoice.id), quantity: 0, amount: paid }]
  return {
    postings: [...released, ...collected],
    money: moneyBack(invoice, toPackages, cents(paid - toFunds), cashStep),
    mentioned: packagesOn(invoice.lines),
    amountBackTo: (id) =>
      sumCents(toPackages.filter(({ line }) => line.from?.customerPackageId === id).map(({ dollars }) => dollars)),
  }
}
