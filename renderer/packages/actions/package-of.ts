import type { PackageWidget } from '../../../shared/contract/customers.ts'
import { useOverview, type Overview } from '../../invoices/invoices-queries.ts'
import type { Basis } from './action-form.tsx'

export interface PackageInForm {
  readonly overview: Overview | undefined
  readonly widget: PackageWidget | undefined
  readonly basis: readonly Basis[]
}

/** The customer package that a form is about, with the entry on which its numbers are built. */
export function usePackageOf(customer: string, ref: string): PackageInForm {
  const { data: overview } = useOverview(customer)
  const widget = overview?.packages.find((found) => found.ref === ref)
  return { overview, widget, basis: widget ? [{ ref, entry: widget.lastEntry }] : [] }
}

export interface PackageFormProps {
  readonly customer: string
  readonly packageRef: string
  readonly onClose: () => void
}
