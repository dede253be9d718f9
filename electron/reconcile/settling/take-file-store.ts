import { setImmediate } from 'node:timers/promises'
import { inPartsOf } from '../../../shared/in-parts.ts'
import type { Source } from '../../../shared/contract/reconcile-file.ts'
import type { UserSignature } from '../../billing/records/keep-record-store.ts'
import type { WriteDb } from '../../storage/database.ts'
import type { ReadFile } from '../files/read-file.ts'
import { recogniser, type Recognised } from '../files/repeats.ts'
import { deleteNotedAhead, knownLines } from './known-lines-store.ts'
import { insertFile, keepSource } from './reconcile-store.ts'

const LINES_A_TURN = 2_000

/** What was taken: the source with its file, and how many lines repeated others. */
interface Taken {
  readonly source: number
  readonly file: number
  readonly repeated: number
}

/**
 * Keeps the lines of a file that are new with its source; null where none is.
 * @param agrees whether the lines that are new are those that somebody saw; else nothing is kept
 */
export async function takeLines(
  db: WriteDb,
  source: { readonly id: number | null; readonly name: string } & Pick<Source, 'tenders'>,
  name: string,
  read: ReadFile,
  signature: UserSignature,
  agrees: (fresh: readonly Recognised[]) => boolean = () => true,
): Promise<Taken | 'not_shown' | null> {
  const recognise = recogniser(read.receipts, await knownLines(db, source.id))
  const lines: Recognised[] = []
  for (const part of inPartsOf(read.receipts, LINES_A_TURN)) {
    lines.push(...part.map(recognise))
    // Who only reads has a turn in between.
    await setImmediate()
  }
  const fresh = lines.filter(({ repeats }) => repeats === null)
  if (!agrees(fresh)) return 'not_shown'
  const kept = source.id === null ? fresh : await inPlaceOfNoted(db, source.id, fresh)
  if (kept.length === 0) return null
  const id = await keepSource(db, { ...source, mapping: read.mapping })
  const rows = kept.map(({ receipt: { id: _id, soFar: _soFar, ahead: _ahead, ...line }, fingerprint }) => ({
    ...line,
    fingerprint,
  }))
  const file = await insertFile(db, { source: id, name, lines: rows }, signature)
  return { source: id, file, repeated: lines.length - kept.length }
}

/** A line that was noted ahead goes where its booking comes; one that was settled stays, and stands for its booking. */
async function inPlaceOfNoted(db: WriteDb, source: number, lines: readonly Recognised[]): Promise<Recognised[]> {
  const kept: Recognised[] = []
  for (const line of lines) {
    if (line.replaces === null || (await deleteNotedAhead(db, source, line.replaces))) kept.push(line)
  }
  return kept
}
