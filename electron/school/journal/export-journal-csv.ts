import { stringify } from 'csv-stringify/sync'
import { fixedDecimal } from '../../../shared/decimal-text.ts'
import { readSchool, type SchoolTerms } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { defused } from '../csv/csv-text.ts'
import { journalAccounts, type JournalPosting } from './journal-accounts.ts'
import { ledgerEntries, type LedgerEntry } from './ledger-entries.ts'

const COLUMNS = ['date', 'entry', 'account', 'commodity', 'debit', 'credit', 'ref', 'note']
/** How such a file begins. */
export const JOURNAL_FIRST_LINE = new RegExp(`^${COLUMNS.join(',')}$`)

/** Accounts that say what customers may still use, in dollars: they balance among themselves and are no one's money. */
const MEMORANDUM = /^(dollars|hours|included|used):/

/**
 * The whole ledger as a general journal, in parts to be written one after another: a row for each account of an entry,
 * money in the school's currency and quantities in their codes. Debits equal credits in every entry and commodity.
 * @param moneyOnly leaves out the hours and their dollars: what an accounting program takes
 */
export async function* exportJournalCsv(db: ReadDb, { moneyOnly }: { moneyOnly: boolean }): AsyncGenerator<string> {
  const school = await readSchool(db)
  if (!school) return
  yield stringify([COLUMNS])
  const accounts = await journalAccounts(db)
  for await (const entries of ledgerEntries(db)) {
    const rows = entries.flatMap((entry) => {
      const postings = accounts(entry.postings).filter(({ account }) => !moneyOnly || !MEMORANDUM.test(account))
      return postings.map((posting) => journalRow(entry, posting, school))
    })
    yield stringify(rows)
  }
}

function journalRow(entry: LedgerEntry, { account, quantityOf, value }: JournalPosting, school: SchoolTerms): string[] {
  const amount = fixedDecimal(Math.abs(value), quantityOf === null ? school.minorDigits : 2)
  const [debit, credit] = value > 0 ? [amount, ''] : ['', amount]
  const { date, number, ref, note } = entry
  const words = [account, quantityOf ?? school.currency, debit, credit, ref, note]
  return [date, String(number), ...words.map(defused)]
}
