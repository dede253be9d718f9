import type { Tender } from '../../../shared/contract/values.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import type { About } from '../../invoices/invoices-queries.ts'

// Where each action of the desk can be seen, and the form that takes it back: filled in, never posted by itself.

interface MoneyMoved {
  readonly amount: Cents
  readonly method: Tender
  /** nothing was moved, so nothing can be taken back */
  readonly failed: boolean
}

/** A package payment goes back as a package refund by the same tender, and the other way round. */
export function packageMoneyMoved(
  kind: 'pay' | 'refund',
  customer: string,
  { ref, amount, method, failed }: MoneyMoved & { readonly ref: string },
): About {
  const back = kind === 'pay' ? 'refund' : 'pay'
  return {
    show: { of: 'package', ref },
    undo: failed ? null : { of: 'action', view: { kind: back, customer, ref, filled: { amount, method } } },
  }
}

/** A deposit goes back as a withdrawal by the same tender, and the other way round. */
export function accountMoneyMoved(
  kind: 'deposit' | 'withdraw',
  { customer, amount, method, failed }: MoneyMoved & { readonly customer: string },
): About {
  const back = kind === 'deposit' ? 'withdraw' : 'deposit'
  return {
    show: { of: 'customer', number: customer },
    undo: failed ? null : { of: 'action', view: { kind: back, customer, filled: { amount, method } } },
  }
}

/** What went to another package is transferred back; what went to the account comes back as a payment from it. */
export function fundsTransferred(
  customer: string,
  { ref, amount, to }: { readonly ref: string; readonly amount: Cents; readonly to: string },
): About {
  return {
    show: { of: 'package', ref },
    undo: {
      of: 'action',
      view:
        to === 'account'
          ? { kind: 'pay', customer, ref, filled: { amount, method: 'account' } }
          : { kind: 'transferFunds', customer, ref: to, filled: { amount, to: ref } },
    },
  }
}

/** @param received what arrived, which is what can go back; null where the preview had not said it yet */
export function hoursTransferred(
  customer: string,
  { ref, code, to }: { readonly ref: string; readonly code: string; readonly to: string },
  received: Hundredths | null,
): About {
  const filled = { code: to, to: code, ...(received === null ? {} : { quantity: received }) }
  return {
    show: { of: 'package', ref },
    undo: { of: 'action', view: { kind: 'transferHours', customer, ref, filled } },
  }
}

/** Who was added can be removed. @param ref of the new customer package */
export function addedToPackage(customer: string, ref: string): About {
  return { show: { of: 'package', ref }, undo: { of: 'action', view: { kind: 'remove', customer, ref } } }
}
