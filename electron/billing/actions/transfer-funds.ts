import { done, type Outcome } from '../../../shared/failure.ts'
import type { Cents } from '../../../shared/money.ts'
import { customerAccount, packagePaid } from '../account-names.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { moneyMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import {
  atMostOwed,
  atMostUnspent,
  failure,
  firstRefusal,
  moreThanNothing,
  notRemoved,
  type Check,
} from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'

export interface TransferFunds extends ActionHeader {
  readonly pack: CustomerPackage
  readonly amount: Cents
  /** another customer package of the same customer, or the customer's account */
  readonly to: CustomerPackage | 'account'
}

/**
 * Moves unspent package funds to another package of the same customer (at most what is owed there) or to the
 * customer's account. Refused: removed, invalid_input, more_than_funds, more_than_owed, not_transferable.
 */
export function transferFunds(terms: BillingTerms, command: TransferFunds): Outcome<Recording> {
  const { pack, amount, to } = command
  const refusal = firstRefusal(
    notRemoved(pack),
    moreThanNothing(amount),
    to === 'account' ? undefined : mayReceive(terms, pack, to, amount),
    atMostUnspent(terms, pack, amount),
  )
  if (refusal) return { ok: false, failure: refusal }
  const out = { subject: pack.id, action: 'transfer_out', amount }
  const receiver = to === 'account' ? customerAccount(pack.customerId) : packagePaid(to.id)
  return done({
    entry: entryOf('transfer_funds', command, {
      postings: moneyMovement(receiver, packagePaid(pack.id), amount),
      history: to === 'account' ? [out] : [out, { subject: to.id, action: 'transfer_in', amount }],
    }),
  })
}

function mayReceive(terms: BillingTerms, from: CustomerPackage, to: CustomerPackage, amount: Cents): Check {
  if (to.id === from.id)
    return failure('not_transferable', 'The funds are on this package already.', 'to', 'Choose another package.')
  if (to.customerId !== from.customerId) {
    return failure(
      'not_transferable',
      `${to.ref} belongs to another customer.`,
      'to',
      'Choose a package of the same customer.',
    )
  }
  return firstRefusal(notRemoved(to), atMostOwed(terms, to, amount))
}
