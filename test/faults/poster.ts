import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { Books } from '../../electron/billing/books/books.ts'
import { perform } from '../../electron/billing/books/perform.ts'
import { billingTerms } from '../../electron/billing/terms.ts'
import { readSchool } from '../../electron/billing/school-store.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'

// A process that posts one package payment of a cent after the other until it is killed, and says each one's
// reference only once it is recorded. Started by kill.test.ts.

const [folder = '', round = '0'] = process.argv.slice(2)
const database = await openDatabase(folder)
for (let number = 0; ; number++) {
  const ref = `PAY-KILL-${round}-${number}`
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
  process.stdout.write(`${ref}\n`)
}
