import { join } from 'node:path'
import { businessDate } from '../../../shared/dates.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { Books } from '../../billing/books/books.ts'
import { perform } from '../../billing/books/perform.ts'
import { readSchool } from '../../billing/school-store.ts'
import { billingTerms, type BillingTerms } from '../../billing/terms.ts'
import type { Database, WriteDb } from '../../storage/database.ts'
import { openRawWriter } from '../../storage/raw-rows.ts'
import { LONG_HISTORY } from './bench-school.ts'
import { quicker, within, type BenchLine } from './line.ts'
import { lastPaidInvoice } from './raw-posting.ts'
import { alternating, at, median, sum } from './timing.ts'

const RUNS = 400
const WARM_UP = 200
const LONG_PACKAGE = 1

/** Posting one paid invoice, each in a durable transaction, beside the same rows by prepared statements in a copy. */
export async function writingLines(database: Database, folder: string): Promise<BenchLine[]> {
  const school = await database.read(readSchool)
  if (!school) throw new Error('the bench school is missing')
  const terms = billingTerms(school, new Date())
  await database.write((db) => paidInvoice(db, terms, -1))
  const copy = join(folder, 'raw.blocktime')
  await database.copyTo(copy)
  const raw = openRawWriter(copy)
  const like = await database.read((db) => lastPaidInvoice(db, LONG_PACKAGE))
  try {
    const [posted, written] = await alternating(
      RUNS,
      [(run) => database.write((db) => paidInvoice(db, terms, run)), (run) => raw.write(like.rowsAfter(run + 1))],
      WARM_UP,
    )
    const [app, bare] = [posted?.wall ?? [], written?.wall ?? []]
    return [
      quicker('posting', median(app), median(bare), 0.7, 'ms'),
      quicker('posting_cpu', sum(posted?.cpu ?? []) / RUNS, sum(written?.cpu ?? []) / RUNS, 0.7, 'ms'),
      within('posting_tail', at(0.99, app), 10, 'ms'),
    ]
  } finally {
    raw.close()
  }
}

/** Makes an invoice on the long history, and pays it. */
export async function paidInvoice(db: WriteDb, terms: BillingTerms, run: number): Promise<void> {
  const ref = `BENCH-${run}`
  const header = { date: businessDate('2026-01-02'), userId: 1, note: '', ref }
  const line = { package: LONG_HISTORY, code: 'C172', quantity: hundredths(130), note: '', amount: null }
  const books = await Books.atDesk(db, new Date())
  const made = await perform(books, terms, { ...header, action: 'invoice', customer: 'C-0000001', lines: [line] })
  const payment = { amount: null, method: 'package', failed: false, payer: '' } as const
  const paid = await perform(books, terms, { ...header, action: 'invoice_payment', ...payment })
  for (const outcome of [made, paid]) if (!outcome.ok) throw new Error(outcome.failure.message)
  await books.flush(db)
}
