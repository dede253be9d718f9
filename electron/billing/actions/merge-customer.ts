import { done, type Outcome } from '../../../shared/failure.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { customerAccount } from '../account-names.ts'
import type { Books, Customer } from '../books/books.ts'
import { entryOf, type ActionHeader, type PackageState, type Recording } from '../books/recording.ts'
import { covers, type CustomerPackage, type Membership } from '../customer-package.ts'
import { moneyMovement } from '../movement.ts'
import { firstRefusal, no, notBefore, reasonGiven } from '../refusals.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name } from './fields.ts'
import { customerOf } from './nouns.ts'

/** The first becomes the second: `to` is the other customer's number. */
const fields = { customer: name('customer'), to: name('to') }
type Command = CommandOf<'merge_customer', typeof fields>

interface Seen {
  readonly from: Customer
  readonly into: Customer
  /** what the first has on the account; below zero, too */
  readonly account: Cents
  readonly accountMovedOn: BusinessDate | null
  /** the first's packages */
  readonly packs: readonly CustomerPackage[]
  /** packages of others from which the first may or might fly */
  readonly flownFrom: readonly CustomerPackage[]
}

/**
 * Two records of one person become one: packages, invoices, memberships and the account's money of the first belong to
 * the second from then on; its number goes on finding the second. With a reason.
 * Refused: not_found, invalid_input, wrong_date.
 */
export const mergeCustomer = action({
  name: 'merge_customer',
  call: 'customers.merge',
  access: 'Manage Settings',
  ref: { own: 'MERGE-' },
  money: { account: { debit: 'merged', credit: 'merged' } },
  fields,
  wide: true,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const from = await customerOf(books, command.customer)
    if (!from.ok) return from
    if (from.value.number !== command.customer)
      return no('wrong_state', 'mergedAlready', { number: command.customer, other: from.value.number }, 'customer')
    const into = await customerOf(books, command.to, 'to')
    if (!into.ok) return into
    return done({
      from: from.value,
      into: into.value,
      account: await books.accountBalance(from.value.id),
      accountMovedOn: await books.accountMovedOn(from.value.id),
      packs: await books.packagesOf(from.value.id),
      flownFrom: await books.packagesFlownBy(from.value.id),
    })
  },
  look: noLook,
  rule: (terms, command) => {
    const { from, into, accountMovedOn, packs, date, note, customer, to } = command
    if (customer === to) return no('invalid_input', 'intoItself', { number: to }, 'to', 'sameCustomerRemedy')
    if (from.id === into.id)
      return no('invalid_input', 'sameCustomer', { number: customer, other: to }, 'to', 'sameCustomerRemedy')
    const refused = firstRefusal(
      reasonGiven(note),
      accountMovedOn === null
        ? undefined
        : notBefore(terms, date, accountMovedOn, 'beforeAccountMovement', { customer }),
      ...packs.map((pack) => notBefore(terms, date, pack.added, 'beforeSale', { ref: pack.ref })),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: merge,
  words: {
    sentences: { merge_customer: '{customer} becomes {to}.' },
    history: { customer_merged: 'Customer merged' },
  },
  sentence: (_, { customer, to }) => say('sentences.merge_customer', { customer, to }),
})

function merge(_: Frozen, command: Command & Seen & ActionHeader): Recording {
  const { from, into, account, packs, flownFrom } = command
  const states = new Map<number, PackageState>()
  for (const pack of packs)
    states.set(pack.id, {
      customerId: into.id,
      members: pack.members.filter(({ customerId }) => customerId !== into.id),
    })
  for (const pack of flownFrom) states.set(pack.id, { members: joined(pack, from.id, into.id) })
  return {
    merges: { from: from.id, to: into.id },
    states,
    entry: entryOf('merge_customer', command, {
      postings: moneyMovement(customerAccount(into.id), customerAccount(from.id), account),
      history: packs.map(({ id }) => ({ subject: id, action: 'customer_merged', amount: 0 })),
    }),
  }
}

/** The memberships of both as the second's: what touches or overlaps is one; the package's own customer is no member. */
function joined(pack: CustomerPackage, from: number, into: number): Membership[] {
  const others = pack.members.filter(({ customerId }) => customerId !== from && customerId !== into)
  if (pack.customerId === into) return others
  const both = pack.members
    .filter(({ customerId }) => customerId === from || customerId === into)
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  const one: Membership[] = []
  for (const each of both) {
    const last = one.at(-1)
    if (last && (covers(last, each.from) || last.until === each.from)) {
      const until = last.until === null || each.until === null ? null : later(last.until, each.until)
      one[one.length - 1] = { ...last, until }
    } else one.push({ ...each, customerId: into })
  }
  return [...others, ...one]
}

function later(one: BusinessDate, other: BusinessDate): BusinessDate {
  return one > other ? one : other
}
