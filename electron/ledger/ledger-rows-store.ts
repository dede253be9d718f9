import type { Insertable } from 'kysely'
import type { WriteDb } from '../storage/database.ts'
import { insertRows } from '../storage/insert-rows.ts'
import type { Tables } from '../storage/tables/tables.ts'
import type { EntryContent } from './entry.ts'

/** Rows that wait to be written together. */
export interface LedgerRows {
  readonly entries: { readonly content: EntryContent; readonly hash: Uint8Array }[]
  readonly balances: { readonly id: number; readonly quantity: number; readonly amount: number }[]
}

export function emptyRows(): LedgerRows {
  return { entries: [], balances: [] }
}

/** Writes entries with their accounts, postings and history, and the balances that result. */
export async function insertEntries(db: WriteDb, rows: LedgerRows): Promise<void> {
  const contents = rows.entries.map(({ content }) => content)
  await insertRows(
    db,
    'entries',
    rows.entries.map(({ content, hash }) => entryRow(content, hash)),
  )
  await insertAccounts(db, contents)
  await insertRows(
    db,
    'postings',
    contents.flatMap(({ number, postings }) =>
      postings.map(([account_id, quantity, amount], index) => ({
        entry_number: number,
        place: index + 1,
        account_id,
        quantity,
        amount,
      })),
    ),
  )
  await insertRows(
    db,
    'history',
    contents.flatMap(({ number, history }) =>
      history.map(([customer_package_id, action, amount]) => ({
        customer_package_id,
        entry_number: number,
        action,
        amount,
      })),
    ),
  )
  await writeBalances(db, rows.balances)
}

async function insertAccounts(db: WriteDb, contents: readonly EntryContent[]): Promise<void> {
  await insertRows(
    db,
    'accounts',
    contents.flatMap(({ number, opened }) =>
      opened.map(([id, kind, owner, line, commodity]) => ({ id, kind, owner, line, commodity, opened_by: number })),
    ),
  )
}

function entryRow(content: EntryContent, hash: Uint8Array): Insertable<Tables['entries']> {
  const { number, date, recordedAt, userId, action, ref, note, document } = content
  return { number, date, recorded_at: recordedAt, user_id: userId, action, ref, note, document, hash }
}

/** Writes what accounts hold, in the place of what they held. */
export async function writeBalances(db: WriteDb, balances: LedgerRows['balances']): Promise<void> {
  const rows = balances.map(({ id, quantity, amount }) => ({ account_id: id, quantity, amount }))
  await insertRows(db, 'account_balances', rows, ['account_id'])
}
