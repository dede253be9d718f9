import { done, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { accountMoved, outsideTender } from '../account-movement.ts'
import type { Books, Customer } from '../books/books.ts'
import { firstRefusal, moreThanNothing } from '../refusals.ts'
import { inWords } from '../terms.ts'
import { action, noLook, NO_FACTS, type CommandOf } from './action.ts'
import { amount, failed, method, name } from './fields.ts'
import { customerOf } from './nouns.ts'

const fields = { customer: name('customer'), amount, method, failed }
type Command = CommandOf<'account_deposit', typeof fields>

/** Money from the outside into a customer's account. Refused: invalid_input, tender_refused. */
export const accountDeposit = action({
  name: 'account_deposit',
  call: 'accounts.deposit',
  access: 'Take Payments',
  ref: { own: 'DEP-' },
  money: { receipt: ['account'], account: { credit: 'deposits' } },
  fields,
  find: holderOf<Command>,
  look: noLook,
  rule: (_, command) => {
    const tender = outsideTender(command.method)
    if (!tender.ok) return tender
    const refused = firstRefusal(moreThanNothing(command.amount))
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: ({ cashStep }, command) => {
    const moved = accountMoved('account_deposit', command, 1, cashStep)
    if (!moved.ok) throw new Error(moved.failure.message)
    return moved.value
  },
  words: {
    sentences: { account_deposit: '{amount} by {method} is paid into the account of {customer}.' },
  },
  sentence: (terms, { amount: paid, method: by, customer }) =>
    say('sentences.account_deposit', { amount: inWords(terms, paid), method: by, customer }),
})

/** The customer whose account moves. */
export async function holderOf<Asked extends { readonly customer: string }>(
  books: Books,
  command: Asked,
): Promise<Outcome<{ readonly holder: Customer }>> {
  const holder = await customerOf(books, command.customer)
  if (!holder.ok) return holder
  return done({ holder: holder.value })
}
