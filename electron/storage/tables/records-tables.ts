import type { Fixed } from './ledger-tables.ts'

/** Personal texts of a record, to which its document holds a commitment. They can be erased; the chain then still holds. */
export interface TextsTable {
  entry_number: Fixed<number>
  /** which of the document's commitments, from 1 */
  place: Fixed<number>
  salt: Fixed<Uint8Array>
  /** JSON: the texts in the order that the document names */
  text: Fixed<string>
}

/** Which records speak of whom or what. */
export interface RecordMentionsTable {
  noun: Fixed<string>
  /** its id; of a role its name; empty where there is only one */
  subject: Fixed<string>
  entry_number: Fixed<number>
}
