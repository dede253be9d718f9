// Made from what is declared, by `npm run actions`; a test holds it against that.
import type { CustomerFormDeclaration, PackageFormDeclaration } from './form-declaration.ts'

/** The forms of actions on a customer package, in the order of a menu. */
export const PACKAGE_FORMS = {
  pay: {
    title: 'package_actions.title_pay',
    needs: ['Take Payments'],
    on: ['active', 'completed', 'expired'],
  },
  refund: {
    title: 'package_actions.title_refund',
    needs: ['Issue Refunds'],
    on: ['active', 'completed', 'expired'],
  },
  withdrawal: {
    title: 'package_actions.title_withdrawal',
    needs: ['Access Billing Tab', 'Issue Refunds'],
    on: ['active', 'completed', 'expired'],
  },
  transferFunds: {
    title: 'package_actions.title_transferFunds',
    needs: ['Access Billing Tab', 'Transfer Package Hours'],
    on: ['active', 'completed', 'expired'],
  },
  transferHours: {
    title: 'package_actions.title_transferHours',
    needs: ['Access Billing Tab', 'Transfer Package Hours'],
    on: ['active', 'completed'],
  },
  adjust: {
    title: 'package_life.title_adjust',
    needs: ['Access Billing Tab', 'Adjust Packages'],
    on: ['active', 'completed'],
  },
  changeEnd: {
    title: 'package_life.title_changeEnd',
    needs: ['Access Billing Tab', 'Adjust Packages'],
    on: ['active', 'completed', 'expired'],
  },
  members: {
    title: 'package_life.title_members',
    // The form finds the member among all.
    needs: ['Access Billing Tab', 'View All Student Enrollments', 'Adjust Packages'],
    on: ['active', 'completed', 'expired'],
  },
  lapse: {
    title: 'package_life.title_lapse',
    needs: ['Access Billing Tab', 'Adjust Packages'],
    on: ['expired'],
  },
  remove: {
    title: 'package_actions.title_remove',
    needs: ['Manage Packages'],
    on: ['active', 'completed', 'expired'],
  },
  returnTo: {
    title: 'package_life.title_returnTo',
    needs: ['Manage Packages'],
    on: ['removed'],
  },
} as const satisfies Readonly<Record<string, PackageFormDeclaration>>

/** Those of actions on a customer, in the order of the customer's page. */
export const CUSTOMER_FORMS = {
  deposit: {
    title: 'package_actions.title_deposit',
    item: 'package_actions.title_deposit',
    needs: ['Take Payments'],
    offered: 'button',
  },
  withdraw: {
    title: 'package_actions.title_withdraw',
    item: 'package_actions.title_withdraw',
    needs: ['Issue Refunds'],
    offered: 'button',
  },
  merge: {
    title: 'customers.title_merge',
    item: 'customers.merge',
    needs: ['View All Student Enrollments', 'Manage Settings'],
    offered: 'more',
  },
  leave: {
    title: 'withdrawal.title_leave',
    item: 'withdrawal.leave',
    needs: ['Access Billing Tab', 'Manage Packages', 'Issue Refunds'],
    offered: 'more',
  },
} as const satisfies Readonly<Record<string, CustomerFormDeclaration>>
