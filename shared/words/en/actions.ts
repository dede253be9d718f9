import { history_words } from './history-words.ts'

/** The actions of a customer package's history, the other payments, and the tenders. */
export const actions = {
  ...history_words,
  payment_reversal: 'Payment reversed',
  invoice_payment_reversal: 'Invoice payment reversed',
  opening_account: 'Credit brought over',
  invoice_payment: 'Invoice payment',
  account_deposit: 'Deposit',
  account_withdrawal: 'Withdrawal',
  tender_package: 'Package funds',
  tender_account: 'Account',
  tender_cash: 'Cash',
  tender_card: 'Card',
  tender_check: 'Check',
  tender_ach: 'ACH',
} as const
