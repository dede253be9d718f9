import type { Tender } from '../../../shared/contract/values.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { Cents } from '../../../shared/money.ts'
import { packagePaid, tenderAccount } from '../account-names.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { moneyMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { atMostOwed, coveredByAccount, firstRefusal, moneyTender, moreThanNothing, notRemoved } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'

export interface PackagePayment extends ActionHeader {
  readonly pack: CustomerPackage
  /** the customer's account balance */
  readonly account: Cents
  readonly amount: Cents
  readonly method: Tender
  readonly failed: boolean
}

/**
 * Pays on a package: more than 0, at most what is owed, by any tender but `package`. A failed payment is recorded in
 * the history and has no effect. Refused: removed, invalid_input, tender_refused, more_than_owed, more_than_account.
 */
export function packagePayment(terms: BillingTerms, command: PackagePayment): Outcome<Recording> {
  const { pack, amount, failed } = command
  const tender = moneyTender(command.method)
  if (!tender.ok) return tender
  const refusal = firstRefusal(
    notRemoved(pack),
    moreThanNothing(amount),
    atMostOwed(terms, pack, amount),
    failed ? undefined : coveredByAccount(terms, tender.value, amount, command.account),
  )
  if (refusal) return { ok: false, failure: refusal }
  const action = failed ? 'package_payment_failed' : 'package_payment'
  const postings = failed
    ? []
    : moneyMovement(packagePaid(pack.id), tenderAccount(tender.value, pack.customerId), amount)
  return done({
    entry: entryOf('package_payment', command, { postings, history: [{ subject: pack.id, action, amount }] }),
  })
}
