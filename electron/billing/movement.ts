import type { AccountName, Posting } from '../ledger/account.ts'
import { lineAccount, type LineAccountKind } from './account-names.ts'
import type { Holding } from './draw.ts'

/** Money from one account to another: credits the first, debits the second. Nothing where the amount is 0. */
export function moneyMovement(from: AccountName, to: AccountName, amount: number): Posting[] {
  if (amount === 0) return []
  return [
    { account: from, quantity: 0, amount: -amount },
    { account: to, quantity: 0, amount },
  ]
}

/** A quantity with its dollars from one place of a customer package's line to another. */
export function lineMovement(
  customerPackageId: number,
  line: { readonly line: number; readonly code: string },
  from: LineAccountKind,
  to: LineAccountKind,
  moved: Holding,
): Posting[] {
  if (moved.quantity === 0 && moved.dollars === 0) return []
  return [
    { account: lineAccount(from, customerPackageId, line), quantity: -moved.quantity, amount: -moved.dollars },
    { account: lineAccount(to, customerPackageId, line), quantity: moved.quantity, amount: moved.dollars },
  ]
}
