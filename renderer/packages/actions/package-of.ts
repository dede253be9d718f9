import type { Basis } from '../../../shared/contract/action-values.ts'
import type { PackageWidget } from '../../../shared/contract/customers.ts'
import { useOverview, type Overview } from '../../invoices/invoices-queries.ts'
import type { Filled } from './action-view.ts'

export interface PackageInForm {
  readonly overview: Overview | undefined
  readonly widget: PackageWidget | undefined
  readonly basis: readonly Basis[]
}

/** The customer package that a form is about, with the entry on which its numbers are built. */
export function usePackageOf(customer: string, ref: string): PackageInForm {
  const { data: overview } = useOverview(customer)
  const widget = overview?.packages.find((found) => found.ref === ref)
  return { overview, widget, basis: widget ? [{ of: 'package', ref, entry: widget.lastEntry }] : [] }
}

export interface PackageFormProps {
  readonly customer: string
  readonly packageRef: string
  readonly filled?: Filled
  readonly onClose: () => void
}

/** The account of the customer as it is now: the basis of what moves money into it or out of it. */
export function accountBasis(overview: Overview | undefined): readonly Basis[] {
  if (!overview || overview.accountEntry === null) return []
  return [{ of: 'account', ref: overview.customer.number, entry: overview.accountEntry }]
}
