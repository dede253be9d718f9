import type { Permission } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'

/** What each permission allows, in one line. Source: billing rules, "Who may do what". */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  'Access Billing Tab': say('settings.the_packages_list_view_balances'),
  'View All Student Enrollments': say('settings.any_customers_overview_without_it'),
  'View Own Balance': say('settings.a_customer_sees_the_own_account'),
  'View Package Funds': say('settings.a_customer_sees_price_paid_owed_funds'),
  'View Own Transaction History': say('settings.a_customer_sees_the_own_invoices_and'),
  'Transfer Package Hours': say('settings.transfers_of_hours_and_funds_with'),
  'Adjust Packages': say('settings.adjustments_agreed_prices_and_amounts'),
  'Manage Packages': say('settings.what_the_school_sells_removing_a'),
  'Create Invoices': say('settings.invoices_customers_and_adding_to_a'),
  'Take Payments': say('settings.payments_and_deposits'),
  'Issue Refunds': say('settings.refunds_and_withdrawals'),
  'Void Invoices': say('settings.voiding_deleting_and_correcting'),
  Reconcile: say('settings.comparing_with_the_card_processor_and'),
  'Manage Users': say('settings.users_passwords_roles_and_their'),
  'Manage Settings': say('settings.the_schools_settings_and_bringing_in'),
}
