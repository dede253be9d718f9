import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import type { Overview } from '../invoices/invoices-queries.ts'
import type { Cents } from '../../shared/money.ts'
import type { Place } from '../ui/places.ts'

/** Something that the customer owes, and the form that takes its payment. */
export interface Payable {
  readonly ref: string
  /** the package's name; null for an invoice */
  readonly name: string | null
  readonly amount: Cents
  readonly place: Place
}

/** What is owed: open invoices first, then what is owed on the packages that the customer still has. */
export function payablesOf({ customer, packages, invoices }: Overview): readonly Payable[] {
  return [
    ...(invoices ?? []).filter(isOpen).map(({ ref, due }): Payable => ({
      ref,
      name: null,
      amount: due,
      place: { of: 'invoice', view: { kind: 'pay', ref } },
    })),
    ...packages.flatMap(({ ref, packageName, owed, status, customerNumber }): Payable[] => {
      // Packages of others from which the customer may fly are there, too.
      if (owed === null || owed <= 0 || status === 'removed' || customerNumber !== customer.number) return []
      const view = { kind: 'pay', customer: customer.number, ref } as const
      return [{ ref, name: packageName, amount: owed, place: { of: 'action', view } }]
    }),
  ]
}

function isOpen({ status }: InvoiceRow): boolean {
  return status === 'open' || status === 'partially_paid'
}
