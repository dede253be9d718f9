// Made from what is declared, by `npm run actions`; a test holds it against that.
import { accountDeposit } from './account-deposit.ts'
import { accountWithdrawal } from './account-withdrawal.ts'
import { addMember } from './add-member.ts'
import { addToPackage } from './add-to-package.ts'
import { adjustHours } from './adjust-hours.ts'
import { changeEnd } from './change-end.ts'
import { invoiceDelete } from './invoice-delete.ts'
import { invoicePaymentReversal } from './invoice-payment-reversal.ts'
import { invoicePayment } from './invoice-payment.ts'
import { invoiceRefund } from './invoice-refund.ts'
import { invoiceVoid } from './invoice-void.ts'
import { invoice } from './invoice.ts'
import { lapsePackage } from './lapse-package.ts'
import { mergeCustomer } from './merge-customer.ts'
import { openingAccount } from './opening-account.ts'
import { openingPayment } from './opening-payment.ts'
import { openingReversal } from './opening-reversal.ts'
import { openingUse } from './opening-use.ts'
import { packagePayment } from './package-payment.ts'
import { packageRefund } from './package-refund.ts'
import { paymentReversal } from './payment-reversal.ts'
import { removeFromPackage } from './remove-from-package.ts'
import { removeMember } from './remove-member.ts'
import { returnToPackage } from './return-to-package.ts'
import { transferFunds } from './transfer-funds.ts'
import { transferHours } from './transfer-hours.ts'

/** Every action of the billing rules, by its name in activity.csv. */
export const actions = {
  account_deposit: accountDeposit,
  account_withdrawal: accountWithdrawal,
  add_member: addMember,
  add_to_package: addToPackage,
  adjust_hours: adjustHours,
  change_end: changeEnd,
  invoice_delete: invoiceDelete,
  invoice_payment_reversal: invoicePaymentReversal,
  invoice_payment: invoicePayment,
  invoice_refund: invoiceRefund,
  invoice_void: invoiceVoid,
  invoice: invoice,
  lapse_package: lapsePackage,
  merge_customer: mergeCustomer,
  opening_account: openingAccount,
  opening_payment: openingPayment,
  opening_reversal: openingReversal,
  opening_use: openingUse,
  package_payment: packagePayment,
  package_refund: packageRefund,
  payment_reversal: paymentReversal,
  remove_from_package: removeFromPackage,
  remove_member: removeMember,
  return_to_package: returnToPackage,
  transfer_funds: transferFunds,
  transfer_hours: transferHours,
} as const
