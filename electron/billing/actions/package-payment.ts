import { done, type Outcome } from '../../../shared/failure.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { packagePaid } from '../account-names.ts'
import type { Books, Customer, PackageCover } from '../books/books.ts'
import type { Extreme } from '../books/cover.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { paysAll, tenderPostings } from '../cash-rounding.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { atMostOwed, coveredByAccount, firstRefusal, moneyTender, moreThanNothing, onPackage } from '../refusals.ts'
import { inWords } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { amount, failed, method, name, optionalName } from './fields.ts'
import { packageOf, payerOf } from './nouns.ts'

const fields = { package: name('package'), amount, method, failed, payer: optionalName('customer') }
type Command = CommandOf<'package_payment', typeof fields>

interface Seen {
  readonly pack: CustomerPackage
  readonly by: Customer | null
}

interface Look {
  readonly cover: PackageCover
  readonly account: Extreme
}

/**
 * Pays on a package: more than 0, at most what is owed, by any tender but `package`. A failed payment is recorded in
 * the history and has no effect. Refused: removed, wrong_date, invalid_input, tender_refused, more_than_owed,
 * more_than_account.
 */
export const packagePayment = action({
  name: 'package_payment',
  call: 'packages.pay',
  access: 'Take Payments',
  ref: { own: 'PAY-' },
  money: { receipt: ['package'], funds: { credit: 'payments' }, account: { debit: 'paid' } },
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const pack = await packageOf(books, command.package)
    if (!pack.ok) return pack
    const by = await payerOf(books, command.payer)
    if (!by.ok) return by
    return done({ pack: pack.value, by: by.value })
  },
  async look(books: Books, { pack, by, date, method: tender }): Promise<Look> {
    const cover = await books.packageCover(pack, date)
    if (tender !== 'account') return { cover, account: { value: 0, day: date } }
    return { cover, account: await books.accountCover(by?.id ?? pack.customerId, date) }
  },
  rule: (terms, command) => {
    const { pack, date, cover } = command
    const tender = moneyTender(command.method)
    if (!tender.ok) return tender
    const all = paysAll(command.amount, cents(cover.owed.value), command.method, terms.cashStep)
    const paid = all ? cents(cover.owed.value) : command.amount
    const refused = firstRefusal(
      onPackage(terms, pack, date),
      all && paid > 0 ? undefined : moreThanNothing(command.amount),
      atMostOwed(terms, pack, paid, cover.owed),
      command.failed ? undefined : coveredByAccount(terms, tender.value, paid, command.account),
    )
    if (refused) return { ok: false, failure: refused }
    return done(paid === command.amount ? NO_FACTS : { paid })
  },
  apply: payment,
  words: {
    sentences: {
      package_payment: '{amount} by {method} is paid on {package}.',
      package_payment_failed: 'A failed payment of {amount} by {method} is noted on {package}.',
    },
    history: {
      package_payment: 'Package payment',
      package_payment_failed: 'Package payment failed',
    },
  },
  sentence: (terms, { amount: paid, method: by, package: pack, failed: isFailed }) =>
    say(isFailed ? 'sentences.package_payment_failed' : 'sentences.package_payment', {
      amount: inWords(terms, paid),
      method: by,
      package: pack,
    }),
})

function payment(
  { cashStep }: Frozen,
  command: Command & Seen & ActionHeader,
  facts: Readonly<Record<string, unknown>>,
): Recording {
  const { pack, by } = command
  const tender = moneyTender(command.method)
  if (!tender.ok) throw new Error(`${command.ref} is paid by package`)
  // The exact amount, where the drawer's rounded one paid all that is owed.
  const paid = (facts['paid'] ?? command.amount) as Cents
  if (command.failed) {
    const history = [{ subject: pack.id, action: 'package_payment_failed', amount: paid }]
    return { entry: entryOf('package_payment', command, { history }) }
  }
  const postings = [
    ...tenderPostings(tender.value, by?.id ?? pack.customerId, paid, cashStep),
    { account: packagePaid(pack.id), quantity: 0, amount: -paid },
  ]
  const history = [{ subject: pack.id, action: 'package_payment', amount: paid }]
  return { entry: entryOf('package_payment', command, { postings, history }) }
}
