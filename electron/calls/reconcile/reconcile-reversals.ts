import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import type { StandingPayment } from '../../../shared/contract/payments.ts'
import type { OpenLine, RecordedPayment } from '../../../shared/contract/reconcile.ts'
import { daysBefore } from '../../../shared/dates.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { searchWords, wordsOf } from '../../../shared/search-words.ts'
import { Books } from '../../billing/books/books.ts'
import type { BillingCommand } from '../../billing/books/command.ts'
import { decide } from '../../billing/books/perform.ts'
import { billingTerms } from '../../billing/terms.ts'
import { recordedPayments } from '../../reconcile/settling/recorded-payments-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import type { SignedIn } from '../implementation.ts'
import { sourceOf } from './reconcile-file.ts'
import { openLine, stale } from './reconcile-settling.ts'

/** Processors and banks take a payment back up to a year and a half later. */
const DAYS_BACK = 540
const MOST_SHOWN = 5

type Reversible = CallOutput<'reconcile.reversible'>['payments'][number]

/**
 * The payments that a line which went out may take back: of its amount and a tender of its source, before it, and such
 * that the rules let be reversed. The likeliest first: of the same reference, then of the same name, then the latest.
 */
export async function reversiblePayments(
  caller: SignedIn & { readonly db: ReadDb },
  { line: id }: CallArguments<'reconcile.reversible'>,
): Promise<Outcome<{ payments: Reversible[] }>> {
  const { db, now, school, user } = caller
  const open = await openLine(db, id)
  if (!open) return stale()
  const source = await sourceOf(db, open.source)
  if (!source || open.line.amount >= 0) return done({ payments: [] })
  const { line } = open
  const recorded = await recordedPayments(db, {
    tenders: source.tenders,
    from: daysBefore(line.date, DAYS_BACK),
    to: line.date,
    amount: cents(-line.amount),
  })
  const ranked = recorded.toSorted(
    (one, other) => likeness(line, other) - likeness(line, one) || other.entry - one.entry,
  )
  const books = await Books.open(db, now)
  const terms = billingTerms(school, now)
  const payments: Reversible[] = []
  for (const payment of ranked) {
    const standing = standingOf(payment)
    if (!standing || payments.length === MOST_SHOWN) continue
    const header = { date: terms.today, userId: user.id, ref: `reversal of ${payment.key}`, note: 'asked' }
    if ((await decide(books, terms, commandOf(standing, header))).ok) payments.push({ ...payment, standing })
  }
  return done({ payments })
}

function likeness({ reference, name }: OpenLine, payment: RecordedPayment): number {
  const noted = wordsOf(`${payment.note} ${payment.recordedAs}`)
  const byReference = searchWords(reference).some((spellings) => spellings.some((word) => noted.includes(word)))
  const named = wordsOf(payment.customer)
  const byName = searchWords(name).some((spellings) => spellings.some((word) => named.includes(word)))
  return (byReference ? 2 : 0) + (byName ? 1 : 0)
}

/** A payment as its reversal names it; null where it is no payment but went back. */
function standingOf({ action, ref, recordedAs, amount, tender }: RecordedPayment): StandingPayment | null {
  switch (action) {
    case 'package_payment':
      return { of: 'package', package: ref, payment: recordedAs }
    case 'account_deposit':
      return { of: 'account', customer: ref, payment: recordedAs }
    case 'invoice_payment':
      return { of: 'invoice', invoice: ref, amount, method: tender }
    default:
      return null
  }
}

type Header = Pick<BillingCommand, 'date' | 'userId' | 'ref' | 'note'>

function commandOf(payment: StandingPayment, header: Header): BillingCommand {
  switch (payment.of) {
    case 'package':
      return { ...header, action: 'payment_reversal', customer: '', package: payment.package, to: payment.payment }
    case 'account':
      return { ...header, action: 'payment_reversal', customer: payment.customer, package: '', to: payment.payment }
    case 'invoice': {
      const { invoice: ref, amount, method } = payment
      return { ...header, action: 'invoice_payment_reversal', ref, amount, method }
    }
  }
}
