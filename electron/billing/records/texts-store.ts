import type { ReadDb, WriteDb } from '../../storage/database.ts'
import type { CommittedText } from './commitment.ts'
import { insertRows } from '../../storage/insert-rows.ts'

/** Keeps the texts of an entry's document beside it. */
export async function insertTexts(db: WriteDb, entry: number, texts: readonly CommittedText[]): Promise<void> {
  const rows = texts.map(({ place, salt, text }) => ({ entry_number: entry, place, salt, text }))
  await insertRows(db, 'texts', rows)
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
