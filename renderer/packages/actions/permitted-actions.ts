import type { Permission } from '../../../shared/permissions.ts'
import { useUser } from '../../sign-in/session.tsx'
import type { ActionView, PackageActionKind } from './action-view.ts'

const NEEDED: Readonly<Record<ActionView['kind'], readonly Permission[]>> = {
  pay: ['Take Payments'],
  refund: ['Issue Refunds'],
  withdrawal: ['Access Billing Tab', 'Issue Refunds'],
  transferFunds: ['Access Billing Tab', 'Transfer Package Hours'],
  transferHours: ['Access Billing Tab', 'Transfer Package Hours'],
  remove: ['Manage Packages'],
  // The form finds the customer among all.
  add: ['Access Billing Tab', 'View All Student Enrollments', 'Create Invoices'],
  deposit: ['Take Payments'],
  withdraw: ['Issue Refunds'],
}

const PACKAGE_ACTIONS: readonly PackageActionKind[] = [
  'pay',
  'refund',
  'withdrawal',
  'transferFunds',
  'transferHours',
  'remove',
]

/** All permissions that an action asks for. */
export function permissionsOf(kind: ActionView['kind']): readonly Permission[] {
  return NEEDED[kind]
}

/** Whether to offer an action. A courtesy only: the engine checks every call. */
export function useMayDo(): (kind: ActionView['kind']) => boolean {
  const { permissions } = useUser()
  return (kind) => NEEDED[kind].every((permission) => permissions.includes(permission))
}

/** The actions on a customer package that the person may do; none on one from which the customer was removed. */
export function usePackageActions(status: string | null): readonly PackageActionKind[] {
  const mayDo = useMayDo()
  return status === 'removed' ? [] : PACKAGE_ACTIONS.filter(mayDo)
}
