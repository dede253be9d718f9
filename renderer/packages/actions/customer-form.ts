import type { ComponentType } from 'react'
import type { Filled } from './action-view.ts'
import type { CustomerFormDeclaration } from './form-declaration.ts'

export interface CustomerFormProps {
  readonly customer: string
  readonly filled?: Filled
  readonly onClose: () => void
}

/**
 * Declares the form of an action on a customer. `npm run actions` puts it onto the customer's page and into the dialog;
 * there is nothing to do when it runs.
 */
export function customerForm(
  _declared: CustomerFormDeclaration & { readonly kind: string; readonly form: ComponentType<CustomerFormProps> },
): void {}
