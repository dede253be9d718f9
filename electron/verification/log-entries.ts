import type { EntryContent, MentionRow, OpenedAccount, PostedChange } from '../ledger/entry.ts'
import type { ReadDb } from '../storage/database.ts'

const ENTRIES_A_READING = 2_000

/** An entry as it lies in the file, with the rows that its hash covers. */
export interface LogEntry {
  readonly content: EntryContent
  readonly hash: Uint8Array
}

/** Every entry in the order of its number, some thousands at a time. */
export async function* logEntries(db: ReadDb): AsyncGenerator<LogEntry[]> {
  let last = 0
  for (;;) {
    const entries = await readEntries(db, last)
    const end = entries.at(-1)?.content.number
    if (end === undefined) return
    yield entries
    last = end
  }
}

async function readEntries(db: ReadDb, after: number): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(ENTRIES_A_READING)
    .execute()
  const last = rows.at(-1)?.number
  if (last === undefined) return []
  const opened = await openedAccounts(db, after, last)
  const postings = await postedChanges(db, after, last)
  const history = await mentions(db, after, last)
  return rows.map((row) => ({
    hash: row.hash,
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

async function openedAccounts(db: ReadDb, after: number, last: number): Promise<Map<number, OpenedAccount[]>> {
  const rows = await db
    .selectFrom('accounts')
    .selectAll()
    .where('opened_by', '>', after)
    .where('opened_by', '<=', last)
    .orderBy('id')
    .execute()
  return grouped(
    rows,
    (row) => row.opened_by,
    (row) => [row.id, row.kind, row.owner, row.line, row.commodity],
  )
}
async function postedChanges(db: ReadDb, after: number, last: number): Promise<Map<number, PostedChange[]>> {
  const rows = await db
    .selectFrom('postings')
    .selectAll()
    .where('entry_number', '>', after)
    .where('entry_number', '<=', last)
    .orderBy('entry_number')
    .orderBy('place')
    .execute()
  return grouped(
    rows,
    (row) => row.entry_number,
    (row) => [row.account_id, row.quantity, row.amount],
  )
}

async function mentions(db: ReadDb, after: number, last: number): Promise<Map<number, MentionRow[]>> {
  const rows = await db
    .selectFrom('history')
    .selectAll()
    .where('entry_number', '>', after)
    .where('entry_number', '<=', last)
    .orderBy('entry_number')
    .orderBy('customer_package_id')
    .execute()
  return grouped(
    rows,
    (row) => row.entry_number,
    (row) => [row.customer_package_id, row.action, row.amount],
  )
}

function grouped<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => number,
  value: (row: Row) => Value,
): Map<number, Value[]> {
  const groups = new Map<number, Value[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(value(row))
    else groups.set(key(row), [value(row)])
  }
  return groups
}
