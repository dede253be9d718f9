import { done, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books, Customer } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { firstRefusal, no, notBefore, onPackage, reasonGiven, type Check } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'
import { takenBack, type Undoable } from '../undoing.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name, optionalName } from './fields.ts'
import { customerOf, packageOf } from './nouns.ts'

/** `to`: the ref of the package payment (of `package`) or of the deposit (of `customer`) */
const fields = { customer: optionalName('customer'), package: optionalName('package'), to: name('to') }
type Command = CommandOf<'payment_reversal', typeof fields>

interface Seen {
  /** null: a deposit is reversed */
  readonly pack: CustomerPackage | null
  readonly holder: Customer | null
  readonly payment: Undoable
}

/**
 * Takes a package payment or a deposit back, the whole of it, once, with a reason: paid and funds, or the account, go
 * down by it, whatever they are then; one by account goes back to that account.
 * Refused: not_found, invalid_input, removed, wrong_state, wrong_date.
 */
export const paymentReversal = action({
  name: 'payment_reversal',
  call: 'payments.reverse',
  access: 'Issue Refunds',
  ref: { own: 'REV-' },
  money: {
    receipt: ['package', 'account'],
    funds: { debit: 'reversed' },
    account: { debit: 'reversed', credit: 'givenBack' },
  },
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const { customer, package: ref, to } = command
    if ((customer === '') === (ref === ''))
      return no('invalid_input', 'packageOrCustomer', {}, 'package', 'packageOrCustomerRemedy')
    if (ref !== '') {
      const pack = await packageOf(books, ref)
      if (!pack.ok) return pack
      const payment = await books.undoable('package_payment', to)
      if (!payment || payment.packageId !== pack.value.id)
        return no('not_found', 'noSuchPaymentOn', { of: ref, ref: to }, 'to')
      return done({ pack: pack.value, holder: null, payment })
    }
    const holder = await customerOf(books, customer)
    if (!holder.ok) return holder
    const payment = await books.undoable('account_deposit', to)
    if (!payment || payment.customerId !== holder.value.id)
      return no('not_found', 'noSuchPaymentOn', { of: customer, ref: to }, 'to')
    return done({ pack: null, holder: holder.value, payment })
  },
  look: noLook,
  rule: (terms, command) => {
    const { pack, payment, to, note, date } = command
    if (payment.failed) return no('wrong_state', 'failedNotReversed', { ref: to }, 'to')
    if (payment.undone) return no('wrong_state', 'reversedAlready', { ref: to }, 'to')
    const refused = firstRefusal(
      pack ? onPackage(terms, pack, date) : undefined,
      reasonGiven(note),
      notBefore(terms, date, payment.date, 'beforeWhatItUndoes'),
      afterMerge(terms, command),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & Seen & ActionHeader): Recording => {
    const { pack, payment } = command
    return {
      undoes: payment.entry,
      entry: entryOf('payment_reversal', command, {
        postings: takenBack(payment),
        history: pack ? [{ subject: pack.id, action: 'package_payment_reversed', amount: payment.amount }] : [],
      }),
    }
  },
  words: {
    sentences: { payment_reversal: 'The payment {to} of {of} is reversed.' },
    history: { package_payment_reversed: 'Package payment reversed' },
  },
  sentence: (_, { customer, package: ref, to }) =>
    say('sentences.payment_reversal', { to, of: ref === '' ? customer : ref }),
})

/** A deposit that a merge moved is not reversed with an earlier date. */
function afterMerge(terms: BillingTerms, { pack, payment, date }: Command & Seen): Check {
  if (pack || payment.mergedOn === null) return undefined
  return notBefore(terms, date, payment.mergedOn, 'beforeMerge')
}
