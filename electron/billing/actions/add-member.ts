import { done, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books, Customer } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { firstRefusal, no, notBefore, onPackage, refusal, type Check } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name } from './fields.ts'
import { customerOf, packageOf } from './nouns.ts'

/** `customer`: the member */
const fields = { customer: name('customer'), package: name('package') }
type Command = CommandOf<'add_member', typeof fields>

interface Seen {
  readonly pack: CustomerPackage
  readonly member: Customer
}

/** Lets another customer fly from a package from the day on. Refused: removed, wrong_date, invalid_input, already_exists. */
export const addMember = action({
  name: 'add_member',
  call: 'packages.addMember',
  access: ['Access Billing Tab', 'Adjust Packages'],
  ref: { own: 'MEM-' },
  money: null,
  fields,
  find: memberOf<Command>,
  look: noLook,
  rule: (terms, command) => {
    const { pack, member, date } = command
    if (pack.customerId === member.id)
      return no('invalid_input', 'ownPackage', { ref: pack.ref }, 'customer', 'ownPackageRemedy')
    const refused = firstRefusal(onPackage(terms, pack, date), afterTheLast(terms, command))
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & Seen & ActionHeader): Recording => {
    const { pack, member, date } = command
    // One that ended on the day that it began held on no day: the new one stands in its place.
    const others = pack.members.filter(({ customerId, from }) => customerId !== member.id || from !== date)
    return {
      states: new Map([[pack.id, { members: [...others, { customerId: member.id, from: date, until: null }] }]]),
      entry: entryOf('add_member', command, { history: [{ subject: pack.id, action: 'member_added', amount: 0 }] }),
    }
  },
  words: {
    sentences: { add_member: '{customer} may fly from {package} from now on.' },
    history: { member_added: 'Member added' },
  },
  sentence: (_, { customer, package: pack }) => say('sentences.add_member', { customer, package: pack }),
})

/** The customer package and the member that a command names. */
export async function memberOf<Asked extends { readonly customer: string; readonly package: string }>(
  books: Books,
  command: Asked,
): Promise<Outcome<Seen>> {
  const member = await customerOf(books, command.customer)
  if (!member.ok) return member
  const pack = await packageOf(books, command.package)
  return pack.ok ? done({ pack: pack.value, member: member.value }) : pack
}

function afterTheLast(terms: BillingTerms, { pack, member, date, customer }: Command & Seen): Check {
  const own = pack.members.filter((each) => each.customerId === member.id)
  if (own.some(({ until }) => until === null))
    return refusal('already_exists', 'memberAlready', { customer, ref: pack.ref }, 'customer')
  const ends = own.flatMap(({ until }) => until ?? []).toSorted()
  const last = ends.at(-1)
  return last && notBefore(terms, date, last, 'beforeLastMembership', { ref: pack.ref })
}
