import type { Tender } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import type { ActionView } from './action-view.ts'
import type { About } from '../../invoices/invoices-queries.ts'

// Where each action of the desk can be seen, and the form that takes it back: filled in, never posted by itself.

interface MoneyMoved {
  readonly amount: Cents
  readonly method: Tender
  /** nothing was moved, so nothing can be taken back */
  readonly failed: boolean
}

/** A package payment is reversed, the whole of it; a refund comes back as a package payment by the same tender. */
export function packageMoneyMoved(
  kind: 'pay' | 'refund',
  customer: string,
  { ref, amount, method, failed, ...paid }: MoneyMoved & PaymentMade & { readonly ref: string },
): About {
  const payment = { of: 'package', package: ref, payment: paid.payment } as const
  const view: ActionView =
    kind === 'pay'
      ? { kind: 'reversePayment', payment: { customer, payment, amount, method, date: paid.date, payer: paid.payer } }
      : { kind: 'pay', customer, ref, filled: { amount, method } }
  return { show: { of: 'package', ref }, undo: failed ? null : { of: 'action', view } }
}

interface PaymentMade {
  /** its reference */
  readonly payment: string
  readonly date: BusinessDate
  readonly payer: string
}

/** A deposit is reversed, the whole of it; a withdrawal comes back as a deposit by the same tender. */
export function accountMoneyMoved(
  kind: 'deposit' | 'withdraw',
  {
    customer,
    amount,
    method,
    failed,
    ...paid
  }: MoneyMoved & Omit<PaymentMade, 'payer'> & { readonly customer: string },
): About {
  const payment = { of: 'account', customer, payment: paid.payment } as const
  const view: ActionView =
    kind === 'deposit'
      ? { kind: 'reversePayment', payment: { customer, payment, amount, method, date: paid.date, payer: '' } }
      : { kind: 'deposit', customer, filled: { amount, method } }
  return { show: { of: 'customer', number: customer }, undo: failed ? null : { of: 'action', view } }
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
