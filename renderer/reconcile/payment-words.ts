import type { RecordedPayment } from '../../shared/contract/reconcile.ts'
import { isWordKey, say } from '../../shared/words/say.ts'
import type { Place } from '../ui/places.ts'

/** What a payment was recorded as, in words. */
export function paymentWords(action: string): string {
  const key = `actions.${action}`
  if (isWordKey(key)) return say(key)
  const plain = action.replaceAll('_', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** Where a recorded payment can be seen. */
export function placeOf({ action, ref, customerNumber }: RecordedPayment): Place {
  if (action.startsWith('package_')) return { of: 'package', ref }
  if (action.includes('invoice')) return { of: 'invoice', view: { kind: 'invoice', ref } }
  return { of: 'customer', number: customerNumber }
}
