import { inPartsOf } from '../../shared/in-parts.ts'
import type { WriteDb } from '../storage/database.ts'
import type { EntryContent } from './entry.ts'

const ENTRIES_A_QUESTION = 200

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
    const stored = await db
      .selectFrom('entries')
      .select(['number', 'date', 'action', 'ref', 'note', 'document', 'hash'])
      .where('number', '>=', first)
      .where('number', '<', first + part.length)
      .orderBy('number')
      .execute()
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
