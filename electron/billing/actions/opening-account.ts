import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { broughtOver, customerAccount } from '../account-names.ts'
import { entryOf } from '../books/recording.ts'
import { moneyMovement } from '../movement.ts'
import { firstRefusal, moreThanNothing } from '../refusals.ts'
import { inWords } from '../terms.ts'
import { holderOf } from './account-deposit.ts'
import { action, noLook, NO_FACTS, type CommandOf } from './action.ts'
import { amount, name } from './fields.ts'

const fields = { customer: name('customer'), amount }
type Command = CommandOf<'opening_account', typeof fields>

/** A customer's credit from before the school took up Blocktime: no takings. Refused: invalid_input. */
export const openingAccount = action({
  name: 'opening_account',
  call: 'openings.account',
  access: 'Manage Settings',
  ref: { own: 'OPA-' },
  money: { account: { credit: 'broughtOver' } },
  fields,
  find: holderOf<Command>,
  look: noLook,
  rule: (_, command) => {
    const refused = firstRefusal(moreThanNothing(command.amount))
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_, command) => ({
    entry: entryOf('opening_account', command, {
      postings: moneyMovement(customerAccount(command.holder.id), broughtOver(), command.amount),
    }),
  }),
  words: {
    sentences: { opening_account: '{amount} of credit is brought over to the account of {customer}.' },
  },
  sentence: (terms, { amount: credit, customer }) =>
    say('sentences.opening_account', { amount: inWords(terms, credit), customer }),
})
