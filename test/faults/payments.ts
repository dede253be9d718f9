import { Books } from '../../electron/billing/books/books.ts'
import { perform } from '../../electron/billing/books/perform.ts'
import { billingTerms } from '../../electron/billing/terms.ts'
import { readSchool } from '../../electron/billing/school-store.ts'
import type { Database } from '../../electron/storage/database.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'

/** How every reference of a posted payment begins. */
export const PAID = 'PAY-KILL-'

/** Posts a package payment of a cent. Throws where it is refused, or could not be recorded. */
export async function postCent(database: Database, ref: string): Promise<void> {
  const outcome = await database.write(async (db) => {
    const school = await readSchool(db)
    if (!school) throw new Error('no school')
    const now = new Date()
    const books = await Books.open(db, now)
    const header = { date: businessDate('2026-02-01'), userId: 1, ref, note: '' }
    const payment = {
      action: 'package_payment',
      package: 'CP-1005',
      amount: cents(1),
      method: 'cash',
      failed: false,
      payer: '',
    } as const
    const performed = await perform(books, billingTerms(school, now), { ...header, ...payment })
    await books.flush(db)
    return performed
  })
  if (!outcome.ok) throw new Error(outcome.failure.message)
}
