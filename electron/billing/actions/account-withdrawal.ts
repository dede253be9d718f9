import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { accountMoved, outsideTender } from '../account-movement.ts'
import type { Books } from '../books/books.ts'
import type { Extreme } from '../books/cover.ts'
import { coveredByAccount, firstRefusal, moreThanNothing } from '../refusals.ts'
import { inWords } from '../terms.ts'
import { holderOf } from './account-deposit.ts'
import { action, NO_FACTS, type CommandOf } from './action.ts'
import { amount, failed, method, name } from './fields.ts'

const fields = { customer: name('customer'), amount, method, failed }
type Command = CommandOf<'account_withdrawal', typeof fields>

/** Money out of a customer's account to the outside; never below zero. Refused: invalid_input, tender_refused, more_than_account. */
export const accountWithdrawal = action({
  name: 'account_withdrawal',
  call: 'accounts.withdraw',
  access: 'Issue Refunds',
  ref: { own: 'WD-' },
  money: { receipt: ['account'], account: { debit: 'withdrawals' } },
  fields,
  find: holderOf<Command>,
  async look(books: Books, { holder, date }): Promise<{ readonly account: Extreme }> {
    return { account: await books.accountCover(holder.id, date) }
  },
  rule: (terms, command) => {
    const tender = outsideTender(command.method)
    if (!tender.ok) return tender
    const { amount: taken, account } = command
    const refused = firstRefusal(
      moreThanNothing(taken),
      command.failed ? undefined : coveredByAccount(terms, 'account', taken, account),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: ({ cashStep }, command) => {
    const moved = accountMoved('account_withdrawal', command, -1, cashStep)
    if (!moved.ok) throw new Error(moved.failure.message)
    return moved.value
  },
  words: {
    sentences: { account_withdrawal: '{amount} is paid out of the account of {customer} by {method}.' },
  },
  sentence: (terms, { amount: taken, method: by, customer }) =>
    say('sentences.account_withdrawal', { amount: inWords(terms, taken), method: by, customer }),
})
