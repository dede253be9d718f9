import type { ReadDb, WriteDb } from '../../storage/database.ts'
import type { CommittedText } from './commitment.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'

const ROWS_A_STATEMENT = 200

/** Keeps the texts of an entry's document beside it. */
export async function insertTexts(db: WriteDb, entry: number, texts: readonly CommittedText[]): Promise<void> {
  for (const part of inPartsOf(texts, ROWS_A_STATEMENT)) {
    await db
      .insertInto('texts')
      .values(part.map((text) => ({ entry_number: entry, ...text })))
      .execute()
  }
}

/** The texts of an entry that were not erased, by their places. */
export async function readTexts(db: ReadDb, entry: number): Promise<ReadonlyMap<number, CommittedText>> {
  const rows = await db
    .selectFrom('texts')
    .select(['place', 'salt', 'text'])
    .where('entry_number', '=', entry)
    .orderBy('place')
    .execute()
  return new Map(rows.map((row) => [row.place, row]))
}
