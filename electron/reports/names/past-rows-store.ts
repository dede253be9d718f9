import { readRecord, type RecordRow } from '../../billing/records/record-document.ts'
import { recordedTable, type RecordTable } from '../../billing/records/record-tables.ts'
import { readTexts } from '../../billing/records/texts-store.ts'
import type { ReadDb } from '../../storage/database.ts'

export type PastRow = RecordRow

interface Mention {
  readonly subject: string
  readonly entry: number
  /** the first entry for which the record holds */
  readonly since: number
}

/**
 * Rows of a table as they were when an entry was recorded, by their subject: only those that were recorded otherwise
 * later. Whoever is not among them is as now.
 * @param ids of the rows; of the school none are needed
 */
export async function rowsAsOf(
  db: ReadDb,
  entry: number | null,
  table: RecordTable,
  ids: readonly number[],
): Promise<ReadonlyMap<string, PastRow>> {
  const { noun, subject } = recordedTable(table)
  const subjects = subject === null ? [''] : ids.map(String)
  if (entry === null || subjects.length === 0 || !(await recordedSince(db, noun, subjects, entry))) return new Map()
  const rows = new Map<string, PastRow>()
  for (const [own, mentions] of await mentionsOf(db, noun, subjects)) {
    const row = await rowThen(db, table, mentions, entry)
    if (row) rows.set(own, row)
  }
  return rows
}

/** Whether anything about them was recorded later: nearly always nothing was. */
async function recordedSince(db: ReadDb, noun: string, subjects: readonly string[], entry: number): Promise<boolean> {
  const later = await db
    .selectFrom('record_mentions')
    .select('entry_number')
    .where('noun', '=', noun)
    .where('subject', 'in', [...subjects])
    .where('entry_number', '>', entry)
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

/** Every record about each of them, in the order in which they came to hold. */
async function mentionsOf(db: ReadDb, noun: string, subjects: readonly string[]): Promise<Map<string, Mention[]>> {
  const rows = await db
    .selectFrom('record_mentions as m')
    .innerJoin('entries as e', 'e.number', 'm.entry_number')
    .select(['m.subject', 'm.entry_number', 'e.document'])
    .where('m.noun', '=', noun)
    .where('m.subject', 'in', [...subjects])
    .orderBy('m.entry_number')
    .execute()
  const found = new Map<string, Mention[]>()
  for (const { subject, entry_number, document } of rows) {
    // A record that waited for its import says at its beginning since when it holds; no need to read all of it.
    const since = /^\{"since":(\d+)/.exec(document)?.[1]
    const mention = { subject, entry: entry_number, since: since === undefined ? entry_number : Number(since) }
    found.set(subject, [...(found.get(subject) ?? []), mention])
  }
  return new Map(
    [...found].map(([own, all]) => [
      own,
      all.toSorted((one, other) => one.since - other.since || one.entry - other.entry),
    ]),
  )
}

/**
 * The row of the last record that held then; of the first one where none did yet. Undefined where that is the last of
 * all, or where the records do not hold the row itself.
 */
async function rowThen(
  db: ReadDb,
  table: RecordTable,
  mentions: readonly Mention[],
  entry: number,
): Promise<PastRow | undefined> {
  const held = mentions.filter(({ since }) => since <= entry)
  const candidates = held.length === 0 ? mentions.slice(0, 1) : held.toReversed()
  for (const mention of candidates) {
    if (mention === mentions.at(-1)) return undefined
    const row = await recordedRow(db, table, mention)
    if (row) return row
  }
  return undefined
}

/** The row that a record holds; a noun has several tables, and a record may be about another of them. */
async function recordedRow(db: ReadDb, table: RecordTable, { entry, subject }: Mention): Promise<PastRow | undefined> {
  const { document } = await db
    .selectFrom('entries')
    .select('document')
    .where('number', '=', entry)
    .executeTakeFirstOrThrow()
  const texts = await readTexts(db, entry)
  const { parts } = readRecord(document, (place) => texts.get(place)?.text)
  const column = recordedTable(table).subject
  const own = parts.filter((part) => part.table === table).flatMap(({ rows }) => rows)
  return own.findLast((row) => column === null || String(row[column]) === subject)
}
