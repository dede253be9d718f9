import type { ComponentType } from 'react'
import type { PackageFormDeclaration } from './form-declaration.ts'
import type { PackageFormProps } from './package-of.ts'

/**
 * Declares the form of an action on a customer package. `npm run actions` puts it into the menus and the dialog; there
 * is nothing to do when it runs.
 */
export function packageForm(
  _declared: PackageFormDeclaration & { readonly kind: string; readonly form: ComponentType<PackageFormProps> },
): void {}
