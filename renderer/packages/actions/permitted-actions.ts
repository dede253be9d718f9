import type { PackageStatus } from '../../../shared/contract/values.ts'
import type { Permission } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'
import { useUser } from '../../sign-in/session.tsx'
import type { ActionView, CustomerActionKind, PackageActionKind } from './action-view.ts'
import { CUSTOMER_FORMS, PACKAGE_FORMS } from './declared-forms.ts'
import type { CustomerFormDeclaration, PackageFormDeclaration } from './form-declaration.ts'

type OtherKind = Exclude<ActionView['kind'], PackageActionKind | CustomerActionKind>

/** Of the forms that declare nothing: they are about a payment, or about nobody yet. */
const NEEDED: Readonly<Record<OtherKind, readonly Permission[]>> = {
  // The form finds the customer among all.
  add: ['Access Billing Tab', 'View All Student Enrollments', 'Create Invoices'],
  reversePayment: ['Issue Refunds'],
  // The form finds the right customer among all.
  correctPayment: ['Access Billing Tab', 'View All Student Enrollments', 'Issue Refunds', 'Take Payments'],
}

const FORMS: Readonly<Record<PackageActionKind, PackageFormDeclaration>> = PACKAGE_FORMS
const OF_CUSTOMER: Readonly<Record<CustomerActionKind, CustomerFormDeclaration>> = CUSTOMER_FORMS
const PACKAGE_ACTIONS = Object.keys(FORMS) as readonly PackageActionKind[]

/** All permissions that an action asks for. */
export function permissionsOf(kind: ActionView['kind']): readonly Permission[] {
  if (isOnPackage(kind)) return FORMS[kind].needs
  return isOnCustomer(kind) ? OF_CUSTOMER[kind].needs : NEEDED[kind]
}

function isOnPackage(kind: ActionView['kind']): kind is PackageActionKind {
  return Object.hasOwn(FORMS, kind)
}

/** Whether an action is on a customer, and declares its form so. */
export function isOnCustomer(kind: ActionView['kind']): kind is CustomerActionKind {
  return Object.hasOwn(OF_CUSTOMER, kind)
}

/** The actions on a customer that the person may do, each with what its button or item says. */
export function useCustomerActions(
  offered: CustomerFormDeclaration['offered'],
): readonly { readonly kind: CustomerActionKind; readonly item: string }[] {
  const mayDo = useMayDo()
  const kinds = Object.keys(OF_CUSTOMER) as readonly CustomerActionKind[]
  return kinds
    .filter((kind) => OF_CUSTOMER[kind].offered === offered && mayDo(kind))
    .map((kind) => ({ kind, item: say(OF_CUSTOMER[kind].item) }))
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
