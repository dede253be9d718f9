import { done, type Outcome } from '../../../shared/failure.ts'
import { funds, onOpenInvoice, type CustomerPackage } from '../customer-package.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { failure, firstRefusal, notRemoved, reasonGiven, type Check } from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'

export interface RemoveFromPackage extends ActionHeader {
  readonly pack: CustomerPackage
}

/**
 * Removes a customer from a package, with a reason, when package funds are 0 and no invoice is open on it.
 * Afterwards nothing can be posted to it. Refused: removed, invalid_input, funds_not_settled, invoice_open.
 */
export function removeFromPackage(terms: BillingTerms, command: RemoveFromPackage): Outcome<Recording> {
  const { pack } = command
  const refusal = firstRefusal(notRemoved(pack), reasonGiven(command.note), settled(terms, pack))
  if (refusal) return { ok: false, failure: refusal }
  return done({
    removes: pack.id,
    entry: entryOf('remove_from_package', command, {
      history: [{ subject: pack.id, action: 'removed_from_package', amount: 0 }],
    }),
  })
}

function settled(terms: BillingTerms, pack: CustomerPackage): Check {
  if (onOpenInvoice(pack)) {
    return failure('invoice_open', `An invoice is open on ${pack.ref}.`, 'package', 'Have it paid, or void it, first.')
  }
  const left = funds(pack)
  if (left === 0) return undefined
  const remedy = left > 0 ? 'Refund or transfer the funds first.' : 'Take a package payment first.'
  return failure(
    'funds_not_settled',
    `The package funds of ${pack.ref} are ${inWords(terms, left)}, not 0.`,
    'package',
    remedy,
  )
}
