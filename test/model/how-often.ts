import { actions } from '../../electron/billing/actions/index.ts'
import type { ActionName } from '../../electron/billing/books/command.ts'

/** How often some are tried beside the others. */
const OFTEN: Readonly<Partial<Record<ActionName, number>>> = {
  add_to_package: 12,
  package_payment: 14,
  package_refund: 4,
  payment_reversal: 5,
  invoice: 26,
  invoice_payment: 26,
  invoice_payment_reversal: 6,
  invoice_refund: 5,
  invoice_void: 3,
  invoice_delete: 2,
  transfer_hours: 6,
  transfer_funds: 5,
  remove_from_package: 5,
  return_to_package: 5,
  change_end: 5,
  lapse_package: 6,
  adjust_hours: 8,
  add_member: 5,
  remove_member: 4,
  opening_payment: 5,
  opening_use: 5,
  opening_account: 3,
  opening_reversal: 6,
  merge_customer: 3,
  account_deposit: 5,
  account_withdrawal: 4,
}

const USUALLY = 5

export const WEIGHTS = Object.fromEntries(
  ([...new Set([...Object.keys(OFTEN), ...Object.keys(actions)])] as ActionName[]).map((name) => [
    name,
    OFTEN[name] ?? USUALLY,
  ]),
) as Readonly<Record<ActionName, number>>
