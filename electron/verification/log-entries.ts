import type { EntryContent, MentionRow, OpenedAccount, PostedChange } from '../ledger/entry.ts'
import type { ReadDb } from '../storage/database.ts'
import { prepared, preparedValues } from '../storage/prepared.ts'

const ENTRIES_A_READING = 500

/** An entry as it lies in the file, with the rows that its hash covers. */
export interface LogEntry {
  readonly content: EntryContent
  readonly hash: Uint8Array
  /** its document, read; undefined where it is not canonical JSON */
  readonly said: unknown
}

/** Every entry after one in the order of its number, some hundreds at a time. */
export async function* logEntries(db: ReadDb, after = 0): AsyncGenerator<LogEntry[]> {
  let last = after
  for (;;) {
    const entries = await readEntries(db, last)
    const end = entries.at(-1)?.content.number
    if (end === undefined) return
    yield entries
    last = end
  }
}

async function readEntries(db: ReadDb, after: number): Promise<LogEntry[]> {
  const rows = await entriesAfter(db, { after })
  const last = rows.at(-1)?.number
  if (last === undefined) return []
  const opened = grouped<OpenedAccount>(await openedBetween(db, { after, last }))
  const postings = grouped<PostedChange>(await postedBetween(db, { after, last }))
  const history = grouped<MentionRow>(await mentionedBetween(db, { after, last }))
  return rows.map((row) => ({
    hash: row.hash,
    said: readCanonical(row.document),
    content: {
      number: row.number,
      date: row.date,
      recordedAt: row.recorded_at,
      userId: row.user_id,
      action: row.action,
      ref: row.ref,
      note: row.note,
      document: row.document,
      opened: opened.get(row.number) ?? [],
      postings: postings.get(row.number) ?? [],
      history: history.get(row.number) ?? [],
    },
  }))
}

const entriesAfter = prepared(['after'], (db, slots) =>
  db.selectFrom('entries').selectAll().where('number', '>', slots.after).orderBy('number').limit(ENTRIES_A_READING),
)

function readCanonical(document: string): unknown {
  try {
    const said: unknown = JSON.parse(document)
    return JSON.stringify(said) === document ? said : undefined
  } catch {
    return undefined
  }
}

/** Rows whose last value is the entry that they belong to. */
type OfEntry = [...values: (string | number)[], entry: number]

const openedBetween = preparedValues<OfEntry, 'after' | 'last'>(['after', 'last'], (db, slots) =>
  db
    .selectFrom('accounts')
    .select(['id', 'kind', 'owner', 'line', 'commodity', 'opened_by'])
    .where('opened_by', '>', slots.after)
    .where('opened_by', '<=', slots.last)
    .orderBy('id'),
)

const postedBetween = preparedValues<OfEntry, 'after' | 'last'>(['after', 'last'], (db, slots) =>
  db
    .selectFrom('postings')
    .select(['account_id', 'quantity', 'amount', 'entry_number'])
    .where('entry_number', '>', slots.after)
    .where('entry_number', '<=', slots.last)
    .orderBy('entry_number')
    .orderBy('place'),
)

const mentionedBetween = preparedValues<OfEntry, 'after' | 'last'>(['after', 'last'], (db, slots) =>
  db
    .selectFrom('history')
    .select(['customer_package_id', 'action', 'amount', 'entry_number'])
    .where('entry_number', '>', slots.after)
    .where('entry_number', '<=', slots.last)
    .orderBy('entry_number')
    .orderBy('customer_package_id'),
)

/** Rows by their entry, which they lose. */
function grouped<Row>(rows: readonly OfEntry[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const entry = row.pop() as number
    const group = groups.get(entry)
    if (group) group.push(row as unknown as Row)
    else groups.set(entry, [row as unknown as Row])
  }
  return groups
}
