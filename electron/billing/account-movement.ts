import { done, type Outcome } from '../../shared/failure.ts'
import { cents, type Cents } from '../../shared/money.ts'
import type { Tender } from '../../shared/contract/values.ts'
import { customerAccount } from './account-names.ts'
import type { Customer } from './books/books.ts'
import { entryOf, type ActionHeader, type Recording } from './books/recording.ts'
import { tenderPostings } from './cash-rounding.ts'
import { moneyTender, no, type MoneyTender } from './refusals.ts'

/** Money between a customer's account and the outside. */
export interface AccountMovement {
  readonly holder: Customer
  readonly amount: Cents
  readonly method: Tender
  readonly failed: boolean
}

/** A tender that leads outside: neither package funds nor the account itself. Refused: tender_refused. */
export function outsideTender(method: Tender): Outcome<MoneyTender> {
  const tender = moneyTender(method)
  if (!tender.ok || tender.value !== 'account') return tender
  return no('tender_refused', 'accountIntoItself', {}, 'method', 'accountIntoItselfRemedy')
}

/** The entry of a deposit (+1) or a withdrawal (-1); a failed one moves nothing. */
export function accountMoved(
  action: string,
  command: AccountMovement & ActionHeader,
  direction: 1 | -1,
  cashStep: number,
): Outcome<Recording> {
  const { holder, amount, failed } = command
  const tender = outsideTender(command.method)
  if (!tender.ok) return tender
  const moved = cents(direction * amount)
  const postings = failed
    ? []
    : [
        ...tenderPostings(tender.value, holder.id, moved, cashStep),
        { account: customerAccount(holder.id), quantity: 0, amount: -moved },
      ]
  return done({ entry: entryOf(action, command, { postings }) })
}
