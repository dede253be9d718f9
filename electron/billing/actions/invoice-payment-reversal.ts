import { done, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { invoiceAccount } from '../account-names.ts'
import type { Books } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { tenderPostings } from '../cash-rounding.ts'
import { amountOn, lastDayOf, packagesOn, stands, statusWords, type Invoice, type InvoicePayment } from '../invoice.ts'
import { firstRefusal, no, notBefore, notRemoved, reasonGiven } from '../refusals.ts'
import { unsettled } from '../settlement.ts'
import { inWords } from '../terms.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { method, optionalAmount } from './fields.ts'
import { invoiceOf, type InvoiceFound } from './nouns.ts'

/** `amount`: of which payment, exactly; null: the last one of the tender */
const fields = { amount: optionalAmount, method }
type Command = CommandOf<'invoice_payment_reversal', typeof fields>

/**
 * Takes a payment of an invoice back, with a reason: a check returned, a chargeback, a mistake. The invoice falls back
 * to partially paid or open, and every hour goes back and is pending again.
 * Refused: wrong_state, tender_refused, not_found, invalid_input, removed, wrong_date.
 */
export const invoicePaymentReversal = action({
  name: 'invoice_payment_reversal',
  call: 'invoices.reversePayment',
  access: 'Issue Refunds',
  ref: 'invoice',
  money: { receipt: ['invoice'], account: { credit: 'givenBack' } },
  fields,
  find: (books: Books, command: Command): Promise<Outcome<InvoiceFound>> => invoiceOf(books, command.ref),
  look: noLook,
  rule: (terms, command) => {
    const { invoice, packs, method: tender, amount, date, note } = command
    const { ref } = invoice
    if (tender === 'package')
      return no('tender_refused', 'packageTenderNotReversed', {}, 'method', 'packageTenderNotReversedRemedy')
    if (invoice.refundedOn !== null)
      return no('wrong_state', 'refundedAlready', { ref }, 'ref', 'nothingToReverseRemedy')
    if (invoice.status !== 'paid' && invoice.status !== 'partially_paid')
      return no(
        'wrong_state',
        'nothingToReverse',
        { ref, status: statusWords(invoice) },
        'ref',
        'nothingToReverseRemedy',
      )
    if (!reversed(command)) {
      return amount === null
        ? no('not_found', 'noSuchPayment', { ref, tender }, 'method', 'noSuchPaymentRemedy')
        : no(
            'not_found',
            'noSuchPaymentOf',
            { ref, tender, amount: inWords(terms, amount) },
            'amount',
            'noSuchPaymentRemedy',
          )
    }
    const refused = firstRefusal(
      reasonGiven(note),
      ...[...packs.values()].map(notRemoved),
      notBefore(terms, date, lastDayOf(invoice), 'beforeWhatItUndoes'),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: reversal,
  words: {
    sentences: {
      invoice_payment_reversal: 'The last payment by {method} of invoice {ref} is reversed.',
      invoice_payment_reversal_of: 'The payment of {amount} by {method} of invoice {ref} is reversed.',
    },
    history: { item_invoice_unpaid: 'Invoice payment reversed' },
  },
  sentence: (terms, { amount, method: tender, ref }) =>
    amount === null
      ? say('sentences.invoice_payment_reversal', { method: tender, ref })
      : say('sentences.invoice_payment_reversal_of', { amount: inWords(terms, amount), method: tender, ref }),
})

/** The last payment of that tender that stands, and of that exact amount, where one is given. */
function reversed({ invoice, method: tender, amount }: Command & InvoiceFound): InvoicePayment | undefined {
  return invoice.payments.findLast(
    (payment) => stands(payment) && payment.tender === tender && (amount === null || payment.amount === amount),
  )
}

function reversal({ cashStep }: Frozen, command: Command & InvoiceFound & ActionHeader): Recording {
  const { invoice, date } = command
  const taken = reversed(command)
  if (!taken || taken.tender === 'package') throw new Error(`${invoice.ref} has no such payment`)
  const payments = invoice.payments.map((each) => (each.payment === taken.payment ? { ...each, reversed: true } : each))
  const after: Invoice = {
    ...invoice,
    payments,
    reversedOn: invoice.reversedOn !== null && invoice.reversedOn > date ? invoice.reversedOn : date,
    status: payments.some(stands) ? 'partially_paid' : 'open',
  }
  const wasPaid = invoice.status === 'paid'
  const back = tenderPostings(taken.tender, taken.payerId ?? invoice.customerId, cents(-taken.amount), cashStep)
  const fallsBack = wasPaid
    ? unsettled(after)
    : [{ account: invoiceAccount(invoice.id), quantity: 0, amount: taken.amount }]
  return {
    invoice: after,
    entry: entryOf('invoice_payment_reversal', command, {
      postings: [...back, ...fallsBack].filter(({ quantity, amount }) => quantity !== 0 || amount !== 0),
      history: (wasPaid ? packagesOn(invoice.lines) : []).map((id) => ({
        subject: id,
        action: 'item_invoice_unpaid',
        amount: amountOn(invoice.lines, id),
      })),
    }),
  }
}
