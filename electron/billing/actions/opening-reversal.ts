import { done, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { firstRefusal, no, notBefore, onPackage, reasonGiven } from '../refusals.ts'
import { takenBack, type Undoable } from '../undoing.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name, optionalName } from './fields.ts'
import { customerOf, packageOf } from './nouns.ts'

/** `to`: the ref of what was brought over to `package` or to the account of `customer` */
const fields = { customer: optionalName('customer'), package: optionalName('package'), to: name('to') }
type Command = CommandOf<'opening_reversal', typeof fields>

interface Seen {
  /** null: an account's credit is taken back */
  readonly pack: CustomerPackage | null
  readonly opening: Undoable
}

/**
 * Takes wholly back what was brought over, whatever was spent since, with a reason.
 * Refused: not_found, invalid_input, removed, wrong_state, wrong_date.
 */
export const openingReversal = action({
  name: 'opening_reversal',
  call: 'openings.reverse',
  access: 'Manage Settings',
  ref: { own: 'OPR-' },
  money: { funds: { debit: 'broughtOver', credit: 'broughtOver' }, account: { debit: 'broughtOver' } },
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const { customer, package: ref, to } = command
    if ((customer === '') === (ref === ''))
      return no('invalid_input', 'packageOrCustomer', {}, 'package', 'packageOrCustomerRemedy')
    if (ref !== '') return onItsPackage(books, ref, to)
    const holder = await customerOf(books, customer)
    if (!holder.ok) return holder
    const opening = await books.undoable('opening_account', to)
    if (!opening || opening.customerId !== holder.value.id)
      return no('not_found', 'noSuchOpeningOn', { of: customer, ref: to }, 'to')
    return done({ pack: null, opening })
  },
  look: noLook,
  rule: (terms, { pack, opening, to, note, date }) => {
    if (opening.undone) return no('wrong_state', 'reversedAlready', { ref: to }, 'to')
    const refused = firstRefusal(
      pack ? onPackage(terms, pack, date) : undefined,
      reasonGiven(note),
      notBefore(terms, date, opening.date, 'beforeWhatItUndoes'),
      !pack && opening.mergedOn !== null ? notBefore(terms, date, opening.mergedOn, 'beforeMerge') : undefined,
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & Seen & ActionHeader): Recording => {
    const { pack, opening } = command
    return {
      undoes: opening.entry,
      entry: entryOf('opening_reversal', command, {
        postings: takenBack(opening),
        history: pack ? [{ subject: pack.id, action: 'opening_reversed', amount: opening.amount }] : [],
      }),
    }
  },
  words: {
    sentences: { opening_reversal: 'What was brought over to {of} as {to} is taken back.' },
    history: { opening_reversed: 'Brought over, taken back' },
  },
  sentence: (_, { customer, package: ref, to }) =>
    say('sentences.opening_reversal', { to, of: ref === '' ? customer : ref }),
})

async function onItsPackage(books: Books, ref: string, to: string): Promise<Outcome<Seen>> {
  const pack = await packageOf(books, ref)
  if (!pack.ok) return pack
  const named = [await books.undoable('opening_payment', to), await books.undoable('opening_use', to)]
  const here = named.flatMap((each) => (each && each.packageId === pack.value.id ? [each] : []))
  // A payment and a use may have the same reference: the one that still stands is meant, where only one does.
  const standing = here.filter(({ undone }) => !undone)
  if (standing.length > 1) return no('invalid_input', 'twoOpenings', { of: ref, ref: to }, 'to', 'twoOpeningsRemedy')
  const [opening] = standing.length === 1 ? standing : here
  return opening ? done({ pack: pack.value, opening }) : no('not_found', 'noSuchOpeningOn', { of: ref, ref: to }, 'to')
}
