import type { Tender } from '../../../shared/contract/values.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import type { Cents } from '../../../shared/money.ts'
import { customerAccount, tenderAccount } from '../account-names.ts'
import { moneyMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { coveredByAccount, firstRefusal, moneyTender, moreThanNothing } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'

export interface AccountMovement extends ActionHeader {
  readonly kind: 'account_deposit' | 'account_withdrawal'
  readonly customer: { readonly id: number; readonly number: string }
  /** the account's balance before */
  readonly account: Cents
  readonly amount: Cents
  readonly method: Tender
  readonly failed: boolean
}

/**
 * Money into or out of a customer's account, from or to the outside. Withdrawals never take it below zero.
 * Refused: invalid_input, tender_refused, more_than_account.
 */
export function accountMovement(terms: BillingTerms, command: AccountMovement): Outcome<Recording> {
  const { kind, customer, amount, failed } = command
  const tender = moneyTender(command.method)
  if (!tender.ok) return tender
  if (tender.value === 'account') {
    return refused('tender_refused', 'The account cannot pay into or out of itself.', {
      remedy: 'Choose cash, card, check or ach.',
      field: 'method',
    })
  }
  const withdrawn = kind === 'account_withdrawal' && !failed
  const refusal = firstRefusal(
    moreThanNothing(amount),
    withdrawn ? coveredByAccount(terms, 'account', amount, command.account) : undefined,
  )
  if (refusal) return { ok: false, failure: refusal }
  const outside = tenderAccount(tender.value, customer.id)
  const inside = customerAccount(customer.id)
  const [from, to] = kind === 'account_deposit' ? [inside, outside] : [outside, inside]
  return done({ entry: entryOf(kind, command, { postings: failed ? [] : moneyMovement(from, to, amount) }) })
}
