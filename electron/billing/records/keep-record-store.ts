import { businessDateAt } from '../../../shared/dates.ts'
import { LedgerBatch } from '../../ledger/ledger-batch.ts'
import { readHead } from '../../ledger/head-store.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { commitment, newSalt, type CommittedText } from './commitment.ts'
import type { RecordAction } from './record-actions.ts'
import { ERASED, recordDocument, type RecordContent, type RecordPart } from './record-document.ts'
import type { RecordTable } from './record-tables.ts'
import { insertTexts } from './texts-store.ts'
import { insertMentions, writeRecord } from './write-record-store.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'

/** Who does it, and when. */
export interface Signature {
  /** null: nobody who is signed in, as at the first start and on the command line */
  readonly userId: number | null
  readonly now: Date
  /** where an import's records wait until its actions are recorded */
  readonly waiting?: WaitingRecords
}

/** A signature of somebody who is signed in. */
export interface UserSignature extends Signature {
  readonly userId: number
}

interface Waiting {
  readonly action: RecordAction
  readonly ref: string
  readonly parts: readonly RecordPart[]
}

/** Records that hold since an entry before their own: those of an import, whose actions rest on them. */
export interface WaitingRecords {
  /** the number of the import's first entry */
  readonly since: number
  readonly records: Waiting[]
}

/** Stands in the ledger for nobody who is signed in. */
const NOBODY = 0
const RECORDS_AN_ENTRY = 5_000

/**
 * Records what the school knows from now on: an entry of the chain, and the rows that follow from it, written by the
 * code that makes them again. The only way in which the tables of records are written.
 * @param ref what it is about, as people name it; of an import the file
 */
export async function keepRecord(
  db: WriteDb,
  by: Signature,
  action: RecordAction,
  ref: string,
  parts: readonly RecordPart[],
): Promise<void> {
  for (const cut of cutParts(parts)) {
    const record = { action, ref, parts: cut }
    if (by.waiting) by.waiting.records.push(record)
    else await appendRecord(db, by, record, null)
    await writeRecord(db, cut)
  }
}

/**
 * Records that texts of earlier records are erased, with the rows as they are without them. Whoever records it deletes
 * the texts.
 */
export async function keepErasure(
  db: WriteDb,
  by: Signature,
  ref: string,
  parts: readonly RecordPart[],
  erases: RecordContent['erases'],
): Promise<void> {
  const document = recordDocument(parts, { erases }, () => ERASED)
  const entry = await appendEntry(db, by, { action: 'erase', ref, parts }, document)
  await insertMentions(db, entry, parts)
  await writeRecord(db, parts)
}

/** A signature under which records wait for the actions of the same import. */
export async function signedForImport(db: ReadDb, by: Signature): Promise<Signature & { waiting: WaitingRecords }> {
  return { ...by, waiting: { since: ((await readHead(db))?.number ?? 0) + 1, records: [] } }
}

/**
 * Appends the records that waited. They follow the actions of their import, so that the first action of a school that
 * was brought in has the number 1, and say since when they hold.
 */
export async function appendWaiting(db: WriteDb, by: Signature & { waiting: WaitingRecords }): Promise<void> {
  const { since, records } = by.waiting
  for (const record of records.splice(0)) await appendRecord(db, by, record, since)
}

async function appendRecord(db: WriteDb, by: Signature, record: Waiting, since: number | null): Promise<void> {
  const { parts } = record
  const texts: CommittedText[] = []
  const document = recordDocument(parts, { since }, (place, text) => {
    const salt = newSalt()
    texts.push({ place, salt, text })
    return commitment(salt, text)
  })
  const entry = await appendEntry(db, by, record, document)
  await insertTexts(db, entry, texts)
  await insertMentions(db, entry, parts)
}

async function appendEntry(
  db: WriteDb,
  { userId, now }: Signature,
  { action, ref, parts }: Waiting,
  document: string,
): Promise<number> {
  const date = businessDateAt(now, await timeZoneOf(db, parts))
  const ledger = await LedgerBatch.begin(db, now)
  const words = { date, userId: userId ?? NOBODY, action, ref, note: '' }
  const entry = ledger.append({ ...words, document, postings: [], history: [] })
  await ledger.flush(db)
  return entry
}

/** One more than the last id of a table. */
export async function nextId(
  db: ReadDb,
  table: Exclude<
    RecordTable,
    'policies' | 'package_lines' | 'dashboard_access' | 'role_permissions' | 'closing_reopenings'
  >,
): Promise<number> {
  const row = await db.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return (row?.id ?? 0) + 1
}

/** Records carry the school's day of recording; that of the computer's own zone before there is a school. */
async function timeZoneOf(db: ReadDb, parts: readonly RecordPart[]): Promise<string> {
  const given = parts.find(({ table }) => table === 'school')?.rows[0]?.['time_zone']
  if (typeof given === 'string') return given
  const row = await db.selectFrom('school').select('time_zone').executeTakeFirst()
  return row?.time_zone ?? 'UTC'
}

/** Parts with many rows are cut, so that no document grows with the school. */
function cutParts(parts: readonly RecordPart[]): RecordPart[][] {
  const [part] = parts
  if (parts.length !== 1 || part === undefined || part.rows.length <= RECORDS_AN_ENTRY) return [[...parts]]
  return inPartsOf(part.rows, RECORDS_AN_ENTRY).map((rows) => [{ ...part, rows }])
}
