import { fixedDecimal } from '../../../shared/decimal-text.ts'
import { readCatalogue } from '../../billing/catalogue-store.ts'
import { readSchool, type SchoolTerms } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { journalAccounts, type JournalPosting } from './journal-accounts.ts'
import { ledgerEntries, type LedgerEntry } from './ledger-entries.ts'
import { say } from '../../../shared/words/say.ts'

const TITLE = say('documents.the_whole_ledger')
/** How such a file begins. */
export const HLEDGER_FIRST_LINE = new RegExp(`^; .*: ${TITLE}$`)

/**
 * The whole ledger as an hledger journal, in parts to be written one after another. Every transaction balances; funds
 * and accounts are credit (negative) balances, remaining quantities positive ones.
 */
export async function* exportHledger(db: ReadDb): AsyncGenerator<string> {
  const school = await readSchool(db)
  if (!school) return
  yield await header(db, school)
  const accounts = await journalAccounts(db)
  for await (const entries of ledgerEntries(db))
    yield entries.map((entry) => transaction(entry, accounts(entry.postings), school)).join('')
}

async function header(db: ReadDb, school: SchoolTerms): Promise<string> {
  const money = `1000.${'0'.repeat(school.minorDigits)} ${commodity(school.currency)}`
  const codes = [...(await readCatalogue(db)).keys()].map((code) => `commodity 1000.00 ${commodity(code)}\n`)
  return `; ${inline(school.name)}: ${TITLE}\ndecimal-mark .\ncommodity ${money}\n${codes.join('')}\n`
}

function transaction(entry: LedgerEntry, postings: readonly JournalPosting[], school: SchoolTerms): string {
  const words = [entry.action, inline(entry.ref), inline(entry.note)].filter((word) => word !== '').join(' | ')
  const title = `${entry.date} ${words}  ; entry:${entry.number}`
  if (postings.length === 0) return `; ${title} (moves nothing)\n\n`
  return `${title}\n${postings.map((posting) => journalLine(posting, school)).join('')}\n`
}

function journalLine({ account, quantityOf, value }: JournalPosting, school: SchoolTerms): string {
  const amount =
    quantityOf === null
      ? `${fixedDecimal(value, school.minorDigits)} ${commodity(school.currency)}`
      : `${fixedDecimal(value, 2)} ${commodity(quantityOf)}`
  return `    ${inline(account)}  ${amount}\n`
}

/** hledger wants every commodity that is not all letters between quotation marks. */
function commodity(code: string): string {
  return `"${inline(code).replaceAll('"', "'")}"`
}

/** Text that cannot end a line, start a comment or split an account's name from its amount. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll(';', ',').trim()
}
