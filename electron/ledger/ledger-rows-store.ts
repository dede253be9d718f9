import type { Insertable } from 'kysely'
import type { WriteDb } from '../storage/database.ts'
import type { Tables } from '../storage/tables/tables.ts'
import type { EntryContent } from './entry.ts'

/** Rows that wait to be written together. */
export interface LedgerRows {
  readonly entries: { readonly content: EntryContent; readonly hash: Uint8Array }[]
  readonly balances: { readonly id: number; readonly quantity: number; readonly amount: number }[]
}

type TableName = 'entries' | 'accounts' | 'postings' | 'history'

const ROWS_A_STATEMENT = 200

export function emptyRows(): LedgerRows {
  return { entries: [], balances: [] }
}

/** Writes entries with their accounts, postings and history, and the balances that result. */
export async function insertRows(db: WriteDb, rows: LedgerRows): Promise<void> {
  const contents = rows.entries.map(({ content }) => content)
  await insertAll(
    db,
    'entries',
    rows.entries.map(({ content, hash }) => entryRow(content, hash)),
  )
  await insertAll(
    db,
    'accounts',
    contents.flatMap(({ number, opened }) =>
      opened.map(([id, kind, owner, line, commodity]) => ({ id, kind, owner, line, commodity, opened_by: number })),
    ),
  )
  await insertAll(
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
  await insertAll(
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

function entryRow(content: EntryContent, hash: Uint8Array): Insertable<Tables['entries']> {
  const { number, date, recordedAt, userId, action, ref, note, document } = content
  return { number, date, recorded_at: recordedAt, user_id: userId, action, ref, note, document, hash }
}

async function insertAll<Name extends TableName>(
  db: WriteDb,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await db
      .insertInto<TableName>(table)
      .values(rows.slice(start, start + ROWS_A_STATEMENT) as readonly Insertable<Tables[TableName]>[])
      .execute()
  }
}

async function writeBalances(db: WriteDb, balances: LedgerRows['balances']): Promise<void> {
  for (let start = 0; start < balances.length; start += ROWS_A_STATEMENT) {
    const part = balances.slice(start, start + ROWS_A_STATEMENT)
    await db
      .insertInto('account_balances')
      .values(part.map(({ id, quantity, amount }) => ({ account_id: id, quantity, amount })))
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet((excluded) => ({
          quantity: excluded.ref('excluded.quantity'),
          amount: excluded.ref('excluded.amount'),
        })),
      )
      .execute()
  }
}
