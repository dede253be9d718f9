import type { BusinessDate } from '../../shared/dates.ts'
import type { Cents } from '../../shared/money.ts'
import type { Posting } from '../ledger/account.ts'

/** An entry that can be taken back wholly: a package payment, a deposit, something brought over. */
export interface Undoable {
  /** its number in the ledger */
  readonly entry: number
  readonly date: BusinessDate
  /** its exact amount, in minor units */
  readonly amount: Cents
  readonly failed: boolean
  /** whether it was taken back already */
  readonly undone: boolean
  /** the customer package that it is about; null: an account */
  readonly packageId: number | null
  /** whose account it moved: of a merged customer the one to whom the account belongs now */
  readonly customerId: number | null
  /** the day on which a merge moved that account; null where none did */
  readonly mergedOn: BusinessDate | null
  /** its postings; those on the account of a merged customer stand on the account that it belongs to now */
  readonly postings: readonly Posting[]
}

/** The postings that take it back: each the other way. */
export function takenBack({ postings }: Undoable): Posting[] {
  return postings.map((posting) => ({ ...posting, quantity: -posting.quantity, amount: -posting.amount }))
}
