import type { Posting } from '../ledger/account.ts'
import type { Cents } from '../../shared/money.ts'
import { rounded } from '../../shared/rounded-cash.ts'
import { cashRounding, tenderAccount } from './account-names.ts'
import type { MoneyTender } from './refusals.ts'

/** Whether an amount paid in cash pays all of what is due: that itself, or what the drawer takes for it. */
export function paysAll(amount: Cents, all: Cents, tender: string, step: number): boolean {
  return amount === all || (tender === 'cash' && step > 0 && amount === rounded(all, step))
}

/**
 * Money that comes in by a tender (more than 0) or goes out (less): cash as the drawer takes and gives it, with the
 * difference booked to cash rounding.
 */
export function tenderPostings(tender: MoneyTender, customerId: number, amount: Cents, step: number): Posting[] {
  const drawer = tender === 'cash' ? rounded(amount, step) : amount
  return [
    { account: tenderAccount(tender, customerId), quantity: 0, amount: drawer },
    { account: cashRounding(), quantity: 0, amount: amount - drawer },
  ].filter((posting) => posting.amount !== 0)
}
