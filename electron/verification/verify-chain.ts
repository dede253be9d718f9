import type { ReadDb } from '../storage/database.ts'
import type { LedgerHead } from '../ledger/head-store.ts'
import type { EntryContent, MentionRow, OpenedAccount, PostedChange } from '../ledger/entry.ts'
import type { Finding } from './finding.ts'
import { CHAIN_START, entryHash } from '../ledger/hash-chain.ts'

const ENTRIES_A_READING = 2_000

/**
 * Recomputes the hash of every entry from its whole content. Names the entry where a byte, a posting, an account or a
 * history row was changed, and those that are missing. With a head from outside, an ending that was cut off or
 * computed anew is found, too.
 */
export async function verifyChain(db: ReadDb, head: LedgerHead | null): Promise<Finding[]> {
  const findings: Finding[] = []
  let before = CHAIN_START
  let last = 0
  for (;;) {
    const entries = await readEntries(db, last)
    if (entries.length === 0) break
    for (const { content, hash } of entries) {
      if (content.number !== last + 1) findings.push(missing(last + 1, content.number - 1))
      if (!same(entryHash(before, content), hash)) findings.push(changed(content.number))
      if (head?.number === content.number && Buffer.from(hash).toString('hex') !== head.hash)
        findings.push(rewritten(content.number))
      before = hash
      last = content.number
    }
  }
  if (head && head.number > last) findings.push(missing(last + 1, head.number))
  return findings
}

async function readEntries(db: ReadDb, after: number): Promise<{ content: EntryContent; hash: Uint8Array }[]> {
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

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0
}

function changed(entry: number): Finding {
  return {
    check: 'chain',
    entry,
    message: `Entry ${entry} is not as it was recorded: its content does not fit its hash.`,
  }
}

function rewritten(entry: number): Finding {
  return {
    check: 'chain',
    entry,
    message: `Entry ${entry} has another hash than the one kept outside the data file: the ledger was computed anew.`,
  }
}

function missing(from: number, to: number): Finding {
  const which = from === to ? `Entry ${from} is` : `Entries ${from} to ${to} are`
  return { check: 'chain', entry: from, message: `${which} missing.` }
}
