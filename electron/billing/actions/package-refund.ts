import type { Tender } from '../../../shared/contract/values.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { Cents } from '../../../shared/money.ts'
import { packagePaid, tenderAccount } from '../account-names.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { moneyMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { atMostUnspent, firstRefusal, moneyTender, moreThanNothing, notRemoved } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'

export interface PackageRefund extends ActionHeader {
  readonly pack: CustomerPackage
  readonly amount: Cents
  readonly method: Tender
}

/**
 * Gives unspent package funds back, to the outside or to the customer's account.
 * Refused: removed, invalid_input, tender_refused, more_than_funds.
 */
export function packageRefund(terms: BillingTerms, command: PackageRefund): Outcome<Recording> {
  const { pack, amount } = command
  const tender = moneyTender(command.method)
  if (!tender.ok) return tender
  const refusal = firstRefusal(notRemoved(pack), moreThanNothing(amount), atMostUnspent(terms, pack, amount))
  if (refusal) return { ok: false, failure: refusal }
  return done({
    entry: entryOf('package_refund', command, {
      postings: moneyMovement(tenderAccount(tender.value, pack.customerId), packagePaid(pack.id), amount),
      history: [{ subject: pack.id, action: 'package_refund', amount }],
    }),
  })
}
