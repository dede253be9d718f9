import { done, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { customerAccount, packagePaid } from '../account-names.ts'
import type { Books, PackageCover } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { moneyMovement } from '../movement.ts'
import {
  atMostOwed,
  atMostUnspent,
  firstRefusal,
  moreThanNothing,
  onPackage,
  refusal,
  type Check,
} from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { amount, name } from './fields.ts'
import { packageOf } from './nouns.ts'

/** `to`: ref of another customer package, or `account` */
const fields = { package: name('package'), amount, to: name('to') }
type Command = CommandOf<'transfer_funds', typeof fields>

interface Seen {
  readonly pack: CustomerPackage
  /** null: the customer's account */
  readonly receiver: CustomerPackage | null
}

interface Look {
  readonly cover: PackageCover
  readonly receiverCover: PackageCover | null
}

/**
 * Moves unspent package funds to another package of the same customer (at most what is owed there) or to the
 * customer's account. Refused: removed, wrong_date, invalid_input, more_than_funds, more_than_owed, not_transferable.
 */
export const transferFunds = action({
  name: 'transfer_funds',
  call: 'packages.transferFunds',
  access: ['Access Billing Tab', 'Transfer Package Hours'],
  ref: { own: 'TF-' },
  money: { funds: { debit: 'transfersOut', credit: 'transfersIn' }, account: { credit: 'transfersIn' } },
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const pack = await packageOf(books, command.package)
    if (!pack.ok) return pack
    if (command.to === 'account') return done({ pack: pack.value, receiver: null })
    const receiver = await packageOf(books, command.to, 'to')
    return receiver.ok ? done({ pack: pack.value, receiver: receiver.value }) : receiver
  },
  async look(books: Books, { pack, receiver, date }): Promise<Look> {
    return {
      cover: await books.packageCover(pack, date),
      receiverCover: receiver && (await books.packageCover(receiver, date)),
    }
  },
  rule: (terms, command) => {
    const { pack, date, cover } = command
    const refused = firstRefusal(
      onPackage(terms, pack, date),
      moreThanNothing(command.amount),
      mayReceive(terms, command),
      atMostUnspent(terms, pack, command.amount, cover.funds),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: transfer,
  words: {
    sentences: {
      transfer_funds: '{amount} is transferred from {package} to {to}.',
      transfer_funds_account: '{amount} is transferred from {package} to the account.',
    },
    history: {
      transfer_out: 'Transfer out',
      transfer_in: 'Transfer in',
    },
  },
  sentence: (terms, { amount: moved, package: pack, to }) =>
    say(to === 'account' ? 'sentences.transfer_funds_account' : 'sentences.transfer_funds', {
      amount: inWords(terms, moved),
      package: pack,
      to,
    }),
})

function mayReceive(
  terms: BillingTerms,
  { pack, receiver, receiverCover, date, amount: moved }: Command & Seen & Look,
): Check {
  if (!receiver || !receiverCover) return undefined
  if (receiver.id === pack.id) return refusal('not_transferable', 'samePackage', {}, 'to', 'samePackageRemedy')
  if (receiver.customerId !== pack.customerId)
    return refusal('not_transferable', 'anotherCustomers', { ref: receiver.ref }, 'to', 'anotherCustomersRemedy')
  return firstRefusal(onPackage(terms, receiver, date), atMostOwed(terms, receiver, moved, receiverCover.owed))
}

function transfer(_: Frozen, command: Command & Seen & ActionHeader): Recording {
  const { pack, receiver, amount: moved } = command
  const out = { subject: pack.id, action: 'transfer_out', amount: moved }
  const to = receiver ? packagePaid(receiver.id) : customerAccount(pack.customerId)
  return {
    entry: entryOf('transfer_funds', command, {
      postings: moneyMovement(to, packagePaid(pack.id), moved),
      history: receiver ? [out, { subject: receiver.id, action: 'transfer_in', amount: moved }] : [out],
    }),
  }
}
