/** Permission names as the field uses them. Source: billing rules, "Who may do what". */
export const PERMISSIONS = [
  'Access Billing Tab',
  'View All Student Enrollments',
  'View Own Balance',
  'View Package Funds',
  'View Own Transaction History',
  'Transfer Package Hours',
  'Adjust Packages',
  'Manage Packages',
  'Create Invoices',
  'Take Payments',
  'Issue Refunds',
  'Void Invoices',
  'Reconcile',
  'Manage Users',
  'Manage Settings',
] as const

export type Permission = (typeof PERMISSIONS)[number]

/** Roles as school-format.md writes them in users.csv. */
export const ROLES = ['administrator', 'billing', 'front_desk', 'instructor', 'customer'] as const

export type Role = (typeof ROLES)[number]

/** What a person reads on a button or in a list. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  billing: 'Billing',
  front_desk: 'Front Desk',
  instructor: 'Instructor',
  customer: 'Customer',
}

const USERS_AND_SETTINGS: readonly Permission[] = ['Manage Users', 'Manage Settings']

/** What each role may do until an administrator changes it. Source: billing rules, "Roles". */
export const ROLE_DEFAULTS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: PERMISSIONS,
  billing: PERMISSIONS.filter((permission) => !USERS_AND_SETTINGS.includes(permission)),
  front_desk: ['Access Billing Tab', 'View All Student Enrollments', 'Create Invoices', 'Take Payments'],
  instructor: [],
  customer: ['View Own Balance', 'View Own Transaction History'],
}
