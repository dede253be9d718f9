import type { ReadDb } from '../../storage/database.ts'

/** What an import compares a row with. */
export interface PriorEntry {
  readonly date: string
  readonly user_id: number
  readonly note: string
  readonly document: string
}

/** What the ledger holds of an action and a ref, up to an entry. */
export function priorEntries(
  db: ReadDb,
  { action, ref, upTo }: { readonly action: string; readonly ref: string; readonly upTo: number },
): Promise<PriorEntry[]> {
  return db
    .selectFrom('entries')
    .select(['date', 'user_id', 'note', 'document'])
    .where('ref', '=', ref)
    .where('action', '=', action)
    .where('number', '<=', upTo)
    .execute()
}
