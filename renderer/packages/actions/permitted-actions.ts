import type { PackageStatus } from '../../../shared/contract/values.ts'
import type { Permission } from '../../../shared/permissions.ts'
import { useUser } from '../../sign-in/session.tsx'
import type { ActionView, PackageActionKind } from './action-view.ts'
import { PACKAGE_FORMS } from './declared-forms.ts'
import type { PackageFormDeclaration } from './form-declaration.ts'

type OtherKind = Exclude<ActionView['kind'], PackageActionKind>

/** Of the forms that are about no customer package that is there. */
const NEEDED: Readonly<Record<OtherKind, readonly Permission[]>> = {
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

const FORMS: Readonly<Record<PackageActionKind, PackageFormDeclaration>> = PACKAGE_FORMS
const PACKAGE_ACTIONS = Object.keys(FORMS) as readonly PackageActionKind[]

/** All permissions that an action asks for. */
export function permissionsOf(kind: ActionView['kind']): readonly Permission[] {
  return isOnPackage(kind) ? FORMS[kind].needs : NEEDED[kind]
}

function isOnPackage(kind: ActionView['kind']): kind is PackageActionKind {
  return Object.hasOwn(FORMS, kind)
}

/** Whether to offer an action. A courtesy only: the engine checks every call. */
export function useMayDo(): (kind: ActionView['kind']) => boolean {
  const { permissions } = useUser()
  return (kind) => permissionsOf(kind).every((permission) => permissions.includes(permission))
}

/**
 * The actions on a customer package that the person may do; of one from which the customer was removed, the return.
 * @param status null where it is not known
 */
export function usePackageActions(status: PackageStatus | null): readonly PackageActionKind[] {
  const mayDo = useMayDo()
  const fits = ({ on }: PackageFormDeclaration) =>
    status === null ? on.some((each) => each !== 'removed') : on.includes(status)
  return PACKAGE_ACTIONS.filter((kind) => mayDo(kind) && fits(FORMS[kind]))
}
