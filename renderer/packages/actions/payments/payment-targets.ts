import type { PaymentFor } from '../../../../shared/contract/payments.ts'
import { moneyText, type MoneyStyle } from '../../../../shared/money-text.ts'
import { say } from '../../../../shared/words/say.ts'
import type { Overview } from '../../../invoices/invoices-queries.ts'

/** What a customer's money can be for. */
export interface PaymentTarget {
  /** in a list of choices */
  readonly value: string
  readonly label: string
  readonly for: PaymentFor
}

/**
 * The customer's packages, invoices on which something is due, and the account.
 * @param before what the payment was for: it is offered, too, though it may seem to be paid
 */
export function targetsOf(overview: Overview, before: PaymentFor, school: MoneyStyle): readonly PaymentTarget[] {
  const { number } = overview.customer
  const packages = overview.packages
    .filter(({ status, customerNumber }) => status !== 'removed' && customerNumber === number)
    .map(({ ref, packageName: name }) =>
      target({ of: 'package', package: ref }, say('reversals.forPackage', { name, ref })),
    )
  const invoices = (overview.invoices ?? [])
    .filter(({ ref, due }) => due > 0 || (before.of === 'invoice' && before.invoice === ref))
    .map(({ ref, due }) =>
      target(
        { of: 'invoice', invoice: ref },
        due > 0
          ? say('reversals.forInvoice', { ref, due: moneyText(due, school) })
          : say('reversals.forThisInvoice', { ref }),
      ),
    )
  return [...packages, ...invoices, target({ of: 'account', customer: number }, say('reversals.forAccount'))]
}

export function valueOf(what: PaymentFor): string {
  switch (what.of) {
    case 'package':
      return `package ${what.package}`
    case 'invoice':
      return `invoice ${what.invoice}`
    case 'account':
      return `account ${what.customer}`
  }
}

function target(what: PaymentFor, label: string): PaymentTarget {
  return { value: valueOf(what), label, for: what }
}
