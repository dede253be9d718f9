import { inPartsOf } from '../../shared/in-parts.ts'
import type { WriteDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'
import type { EntryContent } from './entry.ts'

const ENTRIES_A_QUESTION = 200

const storedEntries = prepared(['first', 'after'], (db, slots) =>
  db
    .selectFrom('entries')
    .select(['number', 'date', 'action', 'ref', 'note', 'document', 'hash'])
    .where('number', '>=', slots.first)
    .where('number', '<', slots.after)
    .orderBy('number'),
)

/**
 * Reads back what was just written, in its own transaction: an entry that is stored as something else than what was
 * hashed would never verify again. Throws, so that nothing of it stays.
 */
export async function insistOnStored(
  db: WriteDb,
  entries: readonly { readonly content: EntryContent; readonly hash: Uint8Array }[],
): Promise<void> {
  for (const part of inPartsOf(entries, ENTRIES_A_QUESTION)) {
    const first = part[0]?.content.number ?? 0
    const stored = await storedEntries(db, { first, after: first + part.length })
    for (const [place, { content, hash }] of part.entries()) {
      const row = stored[place]
      const same =
        row?.number === content.number &&
        row.date === content.date &&
        row.action === content.action &&
        row.ref === content.ref &&
        row.note === content.note &&
        row.document === content.document &&
        Buffer.compare(row.hash, hash) === 0
      if (!same) throw new Error(`entry ${content.number} is not stored as it was hashed`)
    }
  }
}
