import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'

/** What an import compares a row with. */
export interface PriorEntry {
  readonly date: string
  readonly user_id: number
  readonly note: string
  readonly document: string
}

const entriesOf = prepared(['action', 'ref', 'upTo'], (db, slots) =>
  db
    .selectFrom('entries')
    .select(['date', 'user_id', 'note', 'document'])
    .where('ref', '=', slots.ref)
    .where('action', '=', slots.action)
    .where('number', '<=', slots.upTo),
)

/** What the ledger holds of an action and a ref, up to an entry. */
export function priorEntries(
  db: ReadDb,
  choice: { readonly action: string; readonly ref: string; readonly upTo: number },
): Promise<PriorEntry[]> {
  return entriesOf(db, choice)
}
