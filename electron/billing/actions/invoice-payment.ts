import type { Posting } from '../../ledger/account.ts'
import type { HistoryMention } from '../../ledger/entry.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { invoiceAccount, packageDrawn } from '../account-names.ts'
import type { Books, Customer } from '../books/books.ts'
import type { Extreme } from '../books/cover.ts'
import { entryOf, type ActionHeader, type Facts, type Recording } from '../books/recording.ts'
import { paysAll, tenderPostings } from '../cash-rounding.ts'
import { funds } from '../customer-package.ts'
import {
  amountDue,
  amountOn,
  packageLinesTotal,
  packagesOn,
  packageTenderUsed,
  statusWords,
  type Invoice,
} from '../invoice.ts'
import { coveredByAccount, firstRefusal, moreThanNothing, no, notBefore, refusal, type Check } from '../refusals.ts'
import { settlement } from '../settlement.ts'
import { inWords, type BillingTerms } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { failed, method, optionalAmount, optionalName } from './fields.ts'
import { invoiceOf, payerOf, type InvoiceFound } from './nouns.ts'

/** `amount` null: all that is due, with `package` all package lines */
const fields = { amount: optionalAmount, method, failed, payer: optionalName('customer') }
type Command = CommandOf<'invoice_payment', typeof fields>

interface Seen extends InvoiceFound {
  readonly by: Customer | null
}

interface Look {
  /** looked at where it is paid from it */
  readonly account: Extreme
}

/**
 * Pays an invoice in whole or in part. Hours and items move only when nothing is due any more. A failed payment stays
 * on the invoice's list without effect.
 * Refused: wrong_state, wrong_date, tender_refused, invalid_input, more_than_due, more_than_funds, more_than_account.
 */
export const invoicePayment = action({
  name: 'invoice_payment',
  call: 'invoices.pay',
  access: 'Take Payments',
  ref: 'invoice',
  money: { receipt: ['invoice'], funds: { debit: 'drawn' }, account: { debit: 'paid' } },
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const found = await invoiceOf(books, command.ref)
    if (!found.ok) return found
    const by = await payerOf(books, command.payer)
    if (!by.ok) return by
    return done({ ...found.value, by: by.value })
  },
  async look(books: Books, { invoice, by, date, method: tender }): Promise<Look> {
    if (tender !== 'account') return { account: { value: 0, day: date } }
    return { account: await books.accountCover(by?.id ?? invoice.customerId, date) }
  },
  rule: (terms, command) => {
    const { invoice } = command
    if (invoice.status !== 'open' && invoice.status !== 'partially_paid')
      return no('wrong_state', 'noPaymentDue', { ref: invoice.ref, status: statusWords(invoice) }, 'ref')
    const amount = amountOf(command, terms.cashStep)
    const refused = firstRefusal(
      datedAfter(terms, command),
      command.method === 'package'
        ? packageTenderFits(terms, command, amount)
        : otherTenderFits(terms, command, amount),
    )
    if (refused) return { ok: false, failure: refused }
    return done(command.amount === null || command.amount === amount ? NO_FACTS : { paid: amount })
  },
  apply: payment,
  words: {
    sentences: {
      invoice_payment: '{amount} on invoice {ref} is paid by {method}.',
      invoice_payment_all: 'What is due on invoice {ref} is paid by {method}.',
      invoice_payment_failed: 'A failed payment by {method} is noted on invoice {ref}.',
    },
    history: {
      item_invoice_part_paid: 'Invoice part paid',
      item_invoice_paid: 'Invoice paid',
    },
  },
  sentence: (terms, { amount, method: by, ref, failed: isFailed }) => {
    if (isFailed) return say('sentences.invoice_payment_failed', { method: by, ref })
    if (amount === null) return say('sentences.invoice_payment_all', { method: by, ref })
    return say('sentences.invoice_payment', { amount: inWords(terms, amount), method: by, ref })
  },
})

/** What is paid: what was said, or all that is due where nothing was said or the drawer's amount for it. */
function amountOf({ invoice, method: by, amount }: Command & Seen, cashStep: number): Cents {
  if (by === 'package') return amount ?? packageLinesTotal(invoice)
  const due = amountDue(invoice)
  return amount === null || paysAll(amount, due, by, cashStep) ? due : amount
}

function datedAfter(terms: BillingTerms, { invoice, date }: Command & Seen): Check {
  const { ref } = invoice
  return firstRefusal(
    notBefore(terms, date, invoice.date, 'beforeInvoice', { ref }),
    invoice.reversedOn === null
      ? undefined
      : notBefore(terms, date, invoice.reversedOn, 'beforePaymentReversal', { ref }),
  )
}

function packageTenderFits(terms: BillingTerms, command: Command & Seen, amount: Cents): Check {
  const { invoice, by } = command
  const { ref } = invoice
  const all = packageLinesTotal(invoice)
  // Only a refusal says it: writing an amount out takes as long as several readings.
  const total = () => inWords(terms, all)
  if (by) return refusal('tender_refused', 'payerWithPackageTender', {}, 'payer', 'payerWithPackageTenderRemedy')
  if (!invoice.lines.some((line) => line.from))
    return refusal('tender_refused', 'noPackageLines', { ref }, 'method', 'noPackageLinesRemedy')
  if (packageTenderUsed(invoice))
    return refusal('tender_refused', 'packageTenderUsed', { ref }, 'method', 'payRestRemedy')
  if (amount !== all)
    return refusal('invalid_input', 'packageTenderPaysAll', { total: total() }, 'amount', 'packageTenderPaysAllRemedy')
  const due = amountDue(invoice)
  if (due < all) {
    const params = { due: inWords(terms, due), ref, total: total() }
    return refusal('tender_refused', 'lessDueThanPackageLines', params, 'method', 'payRestRemedy')
  }
  return command.failed || terms.fundsBelowZero ? undefined : fundsSuffice(terms, command)
}

function fundsSuffice(terms: BillingTerms, { invoice, packs }: Seen): Check {
  for (const pack of packs.values()) {
    if (funds(pack) >= amountOn(invoice.lines, pack.id)) continue
    const params = { ref: pack.ref, funds: inWords(terms, funds(pack)) }
    return refusal('more_than_funds', 'fundsNotBelowZero', params, 'method', 'fundsNotBelowZeroRemedy')
  }
  return undefined
}

function otherTenderFits(terms: BillingTerms, command: Command & Seen & Look, amount: Cents): Check {
  const { invoice, account } = command
  const due = amountDue(invoice)
  const params = () => ({ amount: inWords(terms, amount), due: inWords(terms, due), ref: invoice.ref })
  return firstRefusal(
    due === 0 && amount === 0 ? undefined : moreThanNothing(amount),
    amount > due ? refusal('more_than_due', 'moreThanDue', params(), 'amount', 'moreThanDueRemedy') : undefined,
    command.failed ? undefined : coveredByAccount(terms, command.method, amount, account),
  )
}

function payment({ cashStep }: Frozen, command: Command & Seen & ActionHeader, facts: Facts): Recording {
  const { invoice, method: tender, failed: isFailed, by, date } = command
  // The exact amount, where the drawer's rounded one paid all that is due.
  const amount = (facts['paid'] as Cents | undefined) ?? command.amount ?? amountOf(command, cashStep)
  const paid = !isFailed && amount === amountDue(invoice)
  const number = invoice.payments.length + 1
  const made = {
    payment: number,
    tender,
    amount,
    failed: isFailed,
    reversed: false,
    date,
    payerId: by?.id ?? null,
    refunded: cents(0),
  }
  const after: Invoice = {
    ...invoice,
    status: isFailed ? invoice.status : paid ? 'paid' : 'partially_paid',
    payments: [...invoice.payments, made],
  }
  if (isFailed) return { invoice: after, entry: entryOf('invoice_payment', command, {}) }
  const settled = paid ? settlement(invoice) : [{ account: invoiceAccount(invoice.id), quantity: 0, amount: -amount }]
  const postings = [...sources(command, amount, cashStep), ...settled]
  return {
    invoice: after,
    entry: entryOf('invoice_payment', command, {
      postings: postings.filter((posting) => posting.amount !== 0 || posting.quantity !== 0),
      history: paymentHistory(command, paid),
    }),
  }
}

function sources({ invoice, method: tender, by }: Command & Seen, amount: Cents, cashStep: number): Posting[] {
  if (tender !== 'package') return tenderPostings(tender, by?.id ?? invoice.customerId, amount, cashStep)
  return packagesOn(invoice.lines).map((id) => ({
    account: packageDrawn(id),
    quantity: 0,
    amount: amountOn(invoice.lines, id),
  }))
}

function paymentHistory({ invoice, method: tender }: Command & Seen, paid: boolean): HistoryMention[] {
  if (!paid && tender !== 'package') return []
  const mention = paid ? 'item_invoice_paid' : 'item_invoice_part_paid'
  return packagesOn(invoice.lines).map((id) => ({ subject: id, action: mention, amount: amountOn(invoice.lines, id) }))
}
