import type { HistoryAction } from './contract/values.ts'

/** The actions of a customer package's history as a person reads them. */
export const ACTION_WORDS: Readonly<Record<HistoryAction, string>> = {
  added_to_package: 'Added to package',
  package_payment: 'Package payment',
  package_payment_failed: 'Package payment failed',
  package_refund: 'Package refund',
  item_invoice: 'Invoice made',
  item_invoice_part_paid: 'Invoice part paid',
  item_invoice_paid: 'Invoice paid',
  invoice_refund: 'Invoice refund',
  invoice_void: 'Invoice void',
  invoice_delete: 'Invoice deleted',
  transfer_hours: 'Transfer of hours',
  transfer_out: 'Transfer out',
  transfer_in: 'Transfer in',
  removed_from_package: 'Removed from package',
}

const TENDER_WORDS: Readonly<Record<string, string>> = {
  package: 'Package funds',
  account: 'Account',
  cash: 'Cash',
  card: 'Card',
  check: 'Check',
  ach: 'ACH',
}

/** How something was paid, as a person reads it. */
export function tenderWords(tender: string): string {
  return TENDER_WORDS[tender] ?? tender
}
