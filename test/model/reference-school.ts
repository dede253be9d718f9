import { deposit, withdraw } from './account-actions.ts'
import { type Books, emptyBooks, Refused } from './books.ts'
import { checkDay, checkUser } from './fields.ts'
import { makeInvoice, payInvoice } from './invoice-actions.ts'
import {
  addToPackage,
  payPackage,
  refundPackage,
  removeFromPackage,
  transferFunds,
  transferHours,
} from './package-actions.ts'
import { type Balances, type History, readBalances, readHistory } from './readings.ts'
import { deleteInvoice, refundInvoice, voidInvoice } from './reversal-actions.ts'
import { type Catalogue, readActivity, readCatalogue, type Row } from './school-files.ts'

export type Verdict = { ok: true } | { ok: false; reason: string }

const ACTIONS: Record<string, (books: Books, row: Row) => void> = {
  add_to_package: addToPackage,
  package_payment: payPackage,
  package_refund: refundPackage,
  invoice_payment: payInvoice,
  invoice_refund: refundInvoice,
  invoice_void: voidInvoice,
  invoice_delete: deleteInvoice,
  transfer_hours: transferHours,
  transfer_funds: transferFunds,
  remove_from_package: removeFromPackage,
  account_deposit: deposit,
  account_withdrawal: withdraw,
}

/**
 * The rules of billing once more, as plainly as they can be written, to hold the product's engine against.
 * It shares no code with the engine.
 */
export class ReferenceSchool {
  readonly books: Books

  constructor(catalogue: Catalogue) {
    this.books = emptyBooks(catalogue)
  }

  /** Plays one row, or the rows of one invoice. A refused one leaves everything as it was. */
  act(rows: Row[]): Verdict {
    const row = rows[0] ?? {}
    try {
      for (const each of rows) {
        checkDay(each)
        checkUser(this.books, each)
      }
      if (row.action === 'invoice') makeInvoice(this.books, rows)
      else if (Object.hasOwn(ACTIONS, row.action ?? '')) ACTIONS[row.action ?? '']?.(this.books, row)
      else throw new Refused(`action ${row.action} is not known`)
      return { ok: true }
    } catch (error) {
      if (error instanceof Refused) return { ok: false, reason: error.message }
      throw error
    }
  }

  /** In the form of `balances --json`. */
  balances(asOf?: string): Balances {
    return readBalances(this.books, asOf)
  }

  /** In the form of `history --json`. */
  history(): History {
    return readHistory(this.books)
  }
}

export interface RowError {
  file: string
  row: number
  reason: string
}

/** Plays a school folder from its files, refused rows as if they were not there. */
export function playSchool(files: Record<string, string>): { school: ReferenceSchool; errors: RowError[] } {
  const school = new ReferenceSchool(readCatalogue(files))
  const errors: RowError[] = []
  for (const { row, rows } of readActivity(files)) {
    const verdict = school.act(rows)
    if (!verdict.ok) errors.push({ file: 'activity.csv', row, reason: verdict.reason })
  }
  return { school, errors }
}
