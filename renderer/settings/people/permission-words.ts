import type { Permission } from '../../../shared/permissions.ts'

/** What each permission allows, in one line. Source: billing rules, "Who may do what". */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  'Access Billing Tab': 'The Packages list, View Balances, History, invoices and statements',
  'View All Student Enrollments': 'Any customer’s overview; without it only those given to the user',
  'View Own Balance': 'A customer sees the own account balance',
  'View Package Funds': 'A customer sees price, paid, owed, funds and dollars of the own packages',
  'View Own Transaction History': 'A customer sees the own invoices and payments',
  'Transfer Package Hours': 'Transfers of hours and funds, with Access Billing Tab',
  'Adjust Packages': 'Adjustments, agreed prices and amounts, last valid days, lapsing, members',
  'Manage Packages': 'What the school sells; removing a customer from a package',
  'Create Invoices': 'Invoices, customers, and adding to a package',
  'Take Payments': 'Payments and deposits',
  'Issue Refunds': 'Refunds and withdrawals',
  'Void Invoices': 'Voiding, deleting and correcting invoices',
  Reconcile: 'Comparing with the card processor and the bank, closing days',
  'Manage Users': 'Users, passwords, roles and their permissions',
  'Manage Settings': 'The school’s settings, and bringing in a school',
}
