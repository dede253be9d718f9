import { done, type Outcome } from '../../../shared/failure.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { packagePaid } from '../account-names.ts'
import type { Books, Customer, PackageCover } from '../books/books.ts'
import { entryOf, type ActionHeader, type Facts, type Recording } from '../books/recording.ts'
import { paysAll, tenderPostings } from '../cash-rounding.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { atMostUnspent, firstRefusal, moneyTender, moreThanNothing, onPackage } from '../refusals.ts'
import { inWords } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { amount, method, name, optionalName } from './fields.ts'
import { packageOf, payerOf } from './nouns.ts'

const fields = { package: name('package'), amount, method, payer: optionalName('customer') }
type Command = CommandOf<'package_refund', typeof fields>

interface Seen {
  readonly pack: CustomerPackage
  readonly to: Customer | null
}

/**
 * Gives unspent package funds back, to the outside or to an account: the customer's, or the payer's.
 * Refused: removed, wrong_date, invalid_input, tender_refused, more_than_funds.
 */
export const packageRefund = action({
  name: 'package_refund',
  call: 'packages.refund',
  access: 'Issue Refunds',
  ref: { own: 'REF-' },
  money: { receipt: ['package'], funds: { debit: 'refunded' }, account: { credit: 'givenBack' } },
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const pack = await packageOf(books, command.package)
    if (!pack.ok) return pack
    const to = await payerOf(books, command.payer)
    if (!to.ok) return to
    return done({ pack: pack.value, to: to.value })
  },
  async look(books: Books, { pack, date }): Promise<{ readonly cover: PackageCover }> {
    return { cover: await books.packageCover(pack, date) }
  },
  rule: (terms, command) => {
    const { pack, date, cover } = command
    const tender = moneyTender(command.method)
    if (!tender.ok) return tender
    const unspent = cents(Math.max(0, cover.funds.value))
    const all = paysAll(command.amount, unspent, command.method, terms.cashStep)
    const back = all ? unspent : command.amount
    const refused = firstRefusal(
      onPackage(terms, pack, date),
      all && back > 0 ? undefined : moreThanNothing(command.amount),
      atMostUnspent(terms, pack, back, cover.funds),
    )
    if (refused) return { ok: false, failure: refused }
    return done(back === command.amount ? NO_FACTS : { back })
  },
  apply: refund,
  words: {
    sentences: { package_refund: '{amount} of {package} goes back by {method}.' },
    history: { package_refund: 'Package refund' },
  },
  sentence: (terms, { amount: back, method: by, package: pack }) =>
    say('sentences.package_refund', { amount: inWords(terms, back), method: by, package: pack }),
})

function refund({ cashStep }: Frozen, command: Command & Seen & ActionHeader, facts: Facts): Recording {
  const { pack, to } = command
  const tender = moneyTender(command.method)
  if (!tender.ok) throw new Error(`${command.ref} goes back by package`)
  // The exact amount, where the drawer's rounded one gives all back.
  const back = (facts['back'] ?? command.amount) as Cents
  const postings = [
    { account: packagePaid(pack.id), quantity: 0, amount: back },
    ...tenderPostings(tender.value, to?.id ?? pack.customerId, cents(-back), cashStep),
  ]
  const history = [{ subject: pack.id, action: 'package_refund', amount: back }]
  return { entry: entryOf('package_refund', command, { postings, history }) }
}
