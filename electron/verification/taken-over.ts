import { readRecord } from '../billing/records/record-document.ts'
import { isRecord } from '../billing/records/record-actions.ts'
import { insertTexts, readTexts } from '../billing/records/texts-store.ts'
import { entryHash } from '../ledger/hash-chain.ts'
import { readHead } from '../ledger/head-store.ts'
import { insertEntries } from '../ledger/ledger-rows-store.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { logEntries, type LogEntry } from './log-entries.ts'
import { takeOutside } from './outside-taken.ts'
import { Replay } from './replay.ts'
import { sameRows } from './same-rows.ts'

/** More than these are not taken over one by one: the whole is copied about as quickly, and asks less of a computer. */
const MOST_ENTRIES = 2_000

/**
 * Brings a copy of a school up to the school as a snapshot shows it: the entries after the copy's last one go into it as
 * they are, chained to it, and what follows from them is made by the functions that recorded them. Answers false where
 * something does not fit, or cannot be known to: then the copy is to be made anew from the whole, and nothing that was
 * written into it counts.
 */
export async function takenOver(school: ReadDb, copy: WriteDb): Promise<boolean> {
  const [head, end] = [await readHead(copy), await readHead(school)]
  if (!head || !end || end.number < head.number || end.number - head.number > MOST_ENTRIES) return false
  let before: Uint8Array = Buffer.from(head.hash, 'hex')
  // The copy's end must be an entry of this very chain, also where nothing follows it.
  if (!(await isEntry(school, head))) return false
  const replay = new Replay(copy, head.number)
  for await (const entries of logEntries(school, head.number)) {
    for (const { content, hash } of entries) {
      if (Buffer.compare(entryHash(before, content), hash) !== 0) return false
      before = hash
    }
    await insertEntries(copy, { entries, balances: [] })
    for (const entry of entries) if (!(await isDoneAgain(school, copy, replay, entry))) return false
  }
  await replay.flush()
  const reached = await readHead(copy)
  return reached?.number === end.number && reached.hash === end.hash && (await takeOutside(school, copy))
}

async function isEntry(db: ReadDb, { number, hash }: { readonly number: number; readonly hash: string }) {
  const row = await db.selectFrom('entries').select('hash').where('number', '=', number).executeTakeFirst()
  return row !== undefined && Buffer.from(row.hash).toString('hex') === hash
}

async function isDoneAgain(
  school: ReadDb,
  copy: WriteDb,
  replay: Replay,
  { content, said }: LogEntry,
): Promise<boolean> {
  const { number, action, document } = content
  if (!isRecord(action)) return sameRows(await replay.action(content, said ?? JSON.parse(document)), content)
  // Erasing and taking over change what stands beside earlier entries.
  if (action === 'erase' || action === 'takeover') return false
  const texts = await readTexts(school, number)
  const record = readRecord(document, (place) => texts.get(place)?.text)
  // An import's records hold since before its actions.
  if (record.since !== null) return false
  await insertTexts(copy, number, [...texts.values()])
  await replay.record(number, record)
  return true
}
