import type { ColumnType } from 'kysely'

/** Never changed once written: the column may be inserted and read. */
export type Fixed<T> = ColumnType<T, T, never>

/** One entry of the ledger. The database refuses update and delete. */
export interface EntriesTable {
  number: Fixed<number>
  date: Fixed<string>
  /** milliseconds since 1970, UTC */
  recorded_at: Fixed<number>
  user_id: Fixed<number>
  action: Fixed<string>
  ref: Fixed<string>
  note: Fixed<string>
  /** the command as given, canonical JSON: what the export and the comparison of a second import read */
  document: Fixed<string>
  /** SHA-256 over the hash before and this entry's content */
  hash: Fixed<Uint8Array>
}

/** A ledger account. Its identity never changes; its balance is kept in account_balances. */
export interface AccountsTable {
  id: Fixed<number>
  kind: Fixed<string>
  /** the customer package, customer, invoice or catalogue entry that it belongs to; 0 for the school's own */
  owner: Fixed<number>
  /** the line of a customer package; 0 where there is none */
  line: Fixed<number>
  /** what its quantities count: a code of the catalogue; empty where it holds money only */
  commodity: Fixed<string>
  /** the entry that opened it, whose hash covers this row */
  opened_by: Fixed<number>
}

export interface PostingsTable {
  entry_number: Fixed<number>
  /** order within the entry, from 1 */
  place: Fixed<number>
  account_id: Fixed<number>
  /** hundredths of the account's commodity */
  quantity: Fixed<number>
  /** minor units of the school's currency */
  amount: Fixed<number>
}

export interface AccountBalancesTable {
  account_id: Fixed<number>
  quantity: number
  amount: number
}

/** Which customer packages an entry concerns, as what, with what amount. */
export interface HistoryTable {
  customer_package_id: Fixed<number>
  entry_number: Fixed<number>
  action: Fixed<string>
  amount: Fixed<number>
}

/** The last entry of each action of the billing rules. */
export interface LatestEntriesTable {
  action: Fixed<string>
  entry_number: number
}

/** The first answer to each command id. */
export interface CommandsTable {
  id: Fixed<string>
  call: Fixed<string>
  /** who sent it; null before sign-in, and in commands of earlier versions */
  user_id: Fixed<number | null>
  /** SHA-256 of user, call and content, hexadecimal: the same id for something else is refused */
  input_hash: Fixed<string>
  answer: Fixed<string>
  recorded_at: Fixed<number>
}
