import type { AccountName } from '../ledger/account.ts'
import type { Tender } from '../../shared/contract/values.ts'

/** Accounts of a customer package: its money, and for each line where the included quantity is. */
export const PACKAGE_KINDS = [
  'package_paid',
  'package_drawn',
  'line_included',
  'line_available',
  'line_pending',
  'line_used',
] as const
export const CUSTOMER_KINDS = ['customer_account'] as const
export const INVOICE_KINDS = ['invoice'] as const
export const SALES_KINDS = ['sales'] as const
/** Money that came from or went to outside, by how. */
export const TENDER_KINDS = ['cash', 'card', 'check', 'ach'] as const

/** The school's own accounts: the tenders, and what cash rounding, bringing over and lapsing leave. */
export const SCHOOL_KINDS = [...TENDER_KINDS, 'cash_rounding', 'brought_over', 'lapsed'] as const

export type LineAccountKind = Extract<(typeof PACKAGE_KINDS)[number], `line_${string}`>

/** Payments and transfers into a package; credit, so negative. */
export function packagePaid(customerPackageId: number): AccountName {
  return moneyAccount('package_paid', customerPackageId)
}

/** What invoices drew from a package's funds; debit, so positive. */
export function packageDrawn(customerPackageId: number): AccountName {
  return moneyAccount('package_drawn', customerPackageId)
}

/** The customer's money outside any package; credit, so negative. */
export function customerAccount(customerId: number): AccountName {
  return moneyAccount('customer_account', customerId)
}

/** What was paid on an invoice that is not paid yet; credit. */
export function invoiceAccount(invoiceId: number): AccountName {
  return moneyAccount('invoice', invoiceId)
}

/** What was sold of a code, tax included; credit. */
export function sales(catalogueId: number): AccountName {
  return moneyAccount('sales', catalogueId)
}

/** Where money comes from and goes back to, by tender. The package tender has an account for each package instead. */
export function tenderAccount(tender: Exclude<Tender, 'package'>, customerId: number): AccountName {
  return tender === 'account' ? customerAccount(customerId) : moneyAccount(tender, 0)
}

/** The differences between amounts and the cash that the drawer took or gave for them. */
export function cashRounding(): AccountName {
  return moneyAccount('cash_rounding', 0)
}

/** What customers had paid and used before the school took up Blocktime: no takings and no revenue. */
export function broughtOver(): AccountName {
  return moneyAccount('brought_over', 0)
}

/** Unspent funds of packages that lapsed: the school's. */
export function lapsed(): AccountName {
  return moneyAccount('lapsed', 0)
}

/** One of the four places of a customer package's line; counts the line's code and its dollars. */
export function lineAccount(
  kind: LineAccountKind,
  customerPackageId: number,
  line: { line: number; code: string },
): AccountName {
  return { kind, owner: customerPackageId, line: line.line, commodity: line.code }
}

function moneyAccount(kind: string, owner: number): AccountName {
  return { kind, owner, line: 0, commodity: '' }
}
