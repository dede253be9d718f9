import type { Permission } from '../../shared/permissions.ts'
import type { InvoiceView } from '../invoices/invoice-view.ts'
import { permissionsOf } from '../packages/actions/permitted-actions.ts'
import type { Place } from '../ui/places.ts'
import type { Screen } from '../ui/route.ts'

const SCREENS: Readonly<Record<Screen, Permission>> = {
  billing: 'Access Billing Tab',
  customers: 'View All Student Enrollments',
  settings: 'Manage Settings',
}

const INVOICES: Readonly<Record<InvoiceView['kind'], readonly Permission[]>> = {
  // The form finds the customer among all.
  new: ['Create Invoices', 'View All Student Enrollments'],
  invoice: [],
  pay: ['Take Payments'],
  refund: ['Issue Refunds'],
  void: ['Void Invoices'],
  delete: ['Void Invoices'],
  correct: ['Void Invoices', 'Create Invoices'],
}

/** The parts of Settings that show what the school sells are for the holders of the billing tab, too. */
const CATALOGUE_PARTS: readonly (string | null)[] = ['hours', 'items', 'packages']

/** The back office's parts of Billing. */
const BOOKS_PARTS: readonly (string | null)[] = ['reports', 'reconcile', 'closing', 'integrity']

/** All permissions that a place asks for. @param isCustomer of a customer who sees the own records */
export function neededFor(place: Place, isCustomer: boolean): readonly Permission[] {
  switch (place.of) {
    case 'screen':
      if (place.screen === 'billing' && BOOKS_PARTS.includes(place.part)) return ['Access Billing Tab', 'Reconcile']
      return place.screen === 'settings' && CATALOGUE_PARTS.includes(place.part)
        ? ['Access Billing Tab']
        : [SCREENS[place.screen]]
    case 'customer':
      return ['View All Student Enrollments']
    case 'customerForm':
      return ['Create Invoices']
    // Everybody has some of them: the engine looks whose they are.
    case 'paper':
      return []
    case 'statement':
      return [isCustomer ? 'View Own Transaction History' : 'Access Billing Tab']
    case 'package':
      return ['Access Billing Tab']
    case 'invoice':
      return ['Access Billing Tab', ...INVOICES[place.view.kind]]
    case 'action':
      return permissionsOf(place.view.kind)
  }
}
