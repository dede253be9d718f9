import type { Posting } from '../ledger/account.ts'
import { cents, type Cents } from '../../shared/money.ts'
import { cashRounding, tenderAccount } from './account-names.ts'
import type { MoneyTender } from './refusals.ts'

/** What the drawer takes or gives for an amount: rounded half up to the step, ties away from zero. Step 0: the amount. */
export function rounded(amount: Cents, step: number): Cents {
  if (step <= 1) return amount
  const steps = Math.floor((Math.abs(amount) * 2 + step) / (step * 2))
  return cents(Math.sign(amount) * steps * step)
}

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
