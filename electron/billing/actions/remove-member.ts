import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Customer } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { firstRefusal, no, notBefore, onPackage } from '../refusals.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { memberOf } from './add-member.ts'
import { name } from './fields.ts'

const fields = { customer: name('customer'), package: name('package') }
type Command = CommandOf<'remove_member', typeof fields>

interface Seen {
  readonly pack: CustomerPackage
  readonly member: Customer
}

/** Ends a membership: the member flew from the package up to the day before. Refused: removed, not_found, wrong_date. */
export const removeMember = action({
  name: 'remove_member',
  call: 'packages.removeMember',
  access: ['Access Billing Tab', 'Adjust Packages'],
  ref: { own: 'MEM-' },
  money: null,
  fields,
  find: memberOf<Command>,
  look: noLook,
  rule: (terms, { pack, member, date, customer }) => {
    const lasting = pack.members.find(({ customerId, until }) => customerId === member.id && until === null)
    const refused = firstRefusal(onPackage(terms, pack, date))
    if (refused) return { ok: false, failure: refused }
    if (!lasting) return no('not_found', 'noMember', { customer, ref: pack.ref }, 'customer')
    const early = notBefore(terms, date, lasting.from, 'beforeMembership', { ref: pack.ref })
    return early ? { ok: false, failure: early } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & Seen & ActionHeader): Recording => {
    const { pack, member, date } = command
    const members = pack.members.map((each) =>
      each.customerId === member.id && each.until === null ? { ...each, until: date } : each,
    )
    return {
      states: new Map([[pack.id, { members }]]),
      entry: entryOf('remove_member', command, {
        history: [{ subject: pack.id, action: 'member_removed', amount: 0 }],
      }),
    }
  },
  words: {
    sentences: { remove_member: '{customer} may not fly from {package} any more.' },
    history: { member_removed: 'Member removed' },
  },
  sentence: (_, { customer, package: pack }) => say('sentences.remove_member', { customer, package: pack }),
})
