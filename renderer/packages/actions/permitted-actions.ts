import type { PackageStatus } from '../../../shared/contract/values.ts'
import type { Permission } from '../../../shared/permissions.ts'
import { useUser } from '../../sign-in/session.tsx'
import type { ActionView, PackageActionKind } from './action-view.ts'

const NEEDED: Readonly<Record<ActionView['kind'], readonly Permission[]>> = {
  pay: ['Take Payments'],
  refund: ['Issue Refunds'],
  withdrawal: ['Access Billing Tab', 'Issue Refunds'],
  transferFunds: ['Access Billing Tab', 'Transfer Package Hours'],
  transferHours: ['Access Billing Tab', 'Transfer Package Hours'],
  adjust: ['Access Billing Tab', 'Adjust Packages'],
  changeEnd: ['Access Billing Tab', 'Adjust Packages'],
  // The form finds the member among all.
  members: ['Access Billing Tab', 'View All Student Enrollments', 'Adjust Packages'],
  lapse: ['Access Billing Tab', 'Adjust Packages'],
  remove: ['Manage Packages'],
  returnTo: ['Manage Packages'],
  // The form finds the customer among all.
  add: ['Access Billing Tab', 'View All Student Enrollments', 'Create Invoices'],
  merge: ['View All Student Enrollments', 'Manage Settings'],
  leave: ['Access Billing Tab', 'Manage Packages', 'Issue Refunds'],
  reversePayment: ['Issue Refunds'],
  // The form finds the right customer among all.
  correctPayment: ['Access Billing Tab', 'View All Student Enrollments', 'Issue Refunds', 'Take Payments'],
  deposit: ['Take Payments'],
  withdraw: ['Issue Refunds'],
}

const PACKAGE_ACTIONS: readonly PackageActionKind[] = [
  'pay',
  'refund',
  'withdrawal',
  'transferFunds',
  'transferHours',
  'adjust',
  'changeEnd',
  'members',
  'lapse',
  'remove',
]

/** What the rules refuse on a package with this status, whatever it holds. */
const REFUSED: Readonly<Record<Exclude<PackageStatus, 'removed'>, readonly PackageActionKind[]>> = {
  active: ['lapse'],
  completed: ['lapse'],
  expired: ['transferHours', 'adjust'],
}

/** All permissions that an action asks for. */
export function permissionsOf(kind: ActionView['kind']): readonly Permission[] {
  return NEEDED[kind]
}

/** Whether to offer an action. A courtesy only: the engine checks every call. */
export function useMayDo(): (kind: ActionView['kind']) => boolean {
  const { permissions } = useUser()
  return (kind) => NEEDED[kind].every((permission) => permissions.includes(permission))
}

/** The actions on a customer package that the person may do; of one from which the customer was removed, the return. */
export function usePackageActions(status: PackageStatus | null): readonly PackageActionKind[] {
  const mayDo = useMayDo()
  if (status === 'removed') return mayDo('returnTo') ? ['returnTo'] : []
  return PACKAGE_ACTIONS.filter((kind) => mayDo(kind) && (status === null || !REFUSED[status].includes(kind)))
}
