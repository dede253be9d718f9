import type { BusinessDate } from '../../../../shared/dates.ts'
import type { Hundredths } from '../../../../shared/quantity.ts'
import type { About } from '../../../invoices/invoices-queries.ts'
import type { Filled, PackageActionKind } from '../action-view.ts'

// Where each action on the life of a package can be seen, and the form that takes it back.

function about(customer: string, ref: string, kind: PackageActionKind, filled: Filled = {}): About {
  return { show: { of: 'package', ref }, undo: { of: 'action', view: { kind, customer, ref, filled } } }
}

/** @param before the last valid day that it had */
export function endChanged(customer: string, ref: string, before: BusinessDate | null): About {
  return about(customer, ref, 'changeEnd', { end: before })
}

/** What was given can be taken back, and the other way round. @param by below zero: taken back */
export function hoursAdjusted(
  customer: string,
  { ref, code, by }: { readonly ref: string; readonly code: string; readonly by: number },
): About {
  return about(customer, ref, 'adjust', { code, quantity: Math.abs(by) as Hundredths, back: by > 0 })
}

/** Who was added can be removed, and the other way round. */
export function memberChanged(customer: string, ref: string, member: string, removed: boolean): About {
  return about(customer, ref, 'members', { member, back: !removed })
}

export function removedFrom(customer: string, ref: string): About {
  return about(customer, ref, 'returnTo')
}

export function returnedTo(customer: string, ref: string): About {
  return about(customer, ref, 'remove')
}
