import type { RecordedPayment } from '../../shared/contract/reconcile.ts'
import { ACTION_WORDS } from '../../shared/action-words.ts'
import type { Place } from '../ui/places.ts'

const WORDS: Readonly<Record<string, string>> = {
  ...ACTION_WORDS,
  invoice_payment: 'Invoice payment',
  account_deposit: 'Deposit',
  account_withdrawal: 'Withdrawal',
}

/** What a payment was recorded as, in words. */
export function paymentWords(action: string): string {
  const known = WORDS[action]
  if (known !== undefined) return known
  const plain = action.replaceAll('_', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** Where a recorded payment can be seen. */
export function placeOf({ action, ref, customerNumber }: RecordedPayment): Place {
  if (action.startsWith('package_')) return { of: 'package', ref }
  if (action.includes('invoice')) return { of: 'invoice', view: { kind: 'invoice', ref } }
  return { of: 'customer', number: customerNumber }
}
