import type { CallArguments, CallOutput } from '../../shared/contract/index.ts'
import type { FilePreview, Mapping, Source } from '../../shared/contract/reconcile-file.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { cents } from '../../shared/money.ts'
import { insertFile, keepSource, takenFingerprints } from '../reconcile/settling/reconcile-store.ts'
import type { UserSignature } from '../billing/records/keep-record-store.ts'
import type { SchoolTerms } from '../billing/school-store.ts'
import { readFiles, readSources } from '../reconcile/settling/lines-store.ts'
import { readReceipts, type ReadFile } from '../reconcile/files/read-file.ts'
import type { FileTerms, ReadReceipt } from '../reconcile/files/read-lines.ts'
import { recognised, type Recognised } from '../reconcile/files/repeats.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { ReadingContext } from './reading.ts'

const MOST_SHOWN = 50

/** Reads a chosen file without taking it. */
export async function previewFile(
  { db, school }: ReadingContext,
  { file, source, mapping }: CallArguments<'reconcile.preview'>,
): Promise<Outcome<FilePreview>> {
  const known = source === null ? undefined : (await readSources(db)).find(({ id }) => id === source)
  if (source !== null && !known) return noSource()
  const read = readChosen({
    content: file.content,
    mapping: mapping ?? known?.mapping ?? null,
    terms: school,
  })
  const taken = known ? await takenFingerprints(db, known.id) : new Set<string>()
  return done(
    previewOf(
      read,
      recognised(read.receipts, (fingerprint) => taken.has(fingerprint)),
    ),
  )
}

/** What is needed to read a file. */
export interface FileToRead {
  /** base64 */
  readonly content: string
  readonly mapping: Mapping | null
  readonly terms: FileTerms
}

/** Reads the lines of a file. */
export function readChosen({ content, mapping, terms }: FileToRead): ReadFile {
  return readReceipts(Buffer.from(content, 'base64'), mapping, terms)
}

/** Keeps the lines of a file that was read: all of it or nothing. */
export async function takeFile(
  db: WriteDb,
  { file, source, tenders }: CallArguments<'reconcile.take'>,
  read: ReadFile,
  signature: UserSignature,
): Promise<Outcome<CallOutput<'reconcile.take'>>> {
  const known = await knownSource(db, source)
  if (typeof source === 'number' && !known) return noSource()
  const [problem] = read.problems
  if (problem) return unreadable(problem, read.problems.length)
  const name = typeof source === 'number' ? (known?.name ?? '') : source
  const id = await keepSource(db, { id: known?.id ?? null, name, tenders, mapping: read.mapping })
  const taken = await takenFingerprints(db, id)
  const lines = recognised(read.receipts, (fingerprint) => taken.has(fingerprint))
  const fresh = lines.filter(({ repeats }) => repeats === null)
  if (fresh.length === 0) {
    return refused('already_exists', 'Every line of this file was taken before.', {
      remedy: 'Choose another file; nothing was changed.',
    })
  }
  const kept = fresh.map(({ receipt, fingerprint }) => ({ ...receipt, fingerprint }))
  const fileId = await insertFile(db, { source: id, name: file.name, lines: kept }, signature)
  const made = (await readFiles(db)).find((row) => row.id === fileId)
  if (!made) throw new Error('a file was taken and is not there')
  return done({ source: id, file: made, repeated: lines.length - fresh.length })
}

/** A source by its id, or by the name of one that may be new. */
async function knownSource(db: ReadDb, source: number | string): Promise<Source | undefined> {
  const sources = await readSources(db)
  return sources.find(({ id, name }) => (typeof source === 'number' ? id === source : name === source))
}

/** What of a school a file of payments is read with. */
export function fileTerms({ currency, minorDigits, locale }: SchoolTerms): FileTerms {
  return { currency, minorDigits, locale }
}

function previewOf(read: ReadFile, lines: readonly Recognised[]): FilePreview {
  const fresh = lines.filter(({ repeats }) => repeats === null).map(({ receipt }) => receipt)
  const dates = fresh.map(({ date }) => date).toSorted()
  const sumOf = (amountOf: (receipt: ReadReceipt) => number) =>
    cents(fresh.reduce((sum, receipt) => sum + amountOf(receipt), 0))
  return {
    columns: [...read.columns],
    mapping: read.mapping,
    preset: read.preset,
    receipts: lines.slice(0, MOST_SHOWN).map(({ receipt, repeats }) => ({ ...receipt, repeats })),
    count: fresh.length,
    repeated: lines.length - fresh.length,
    leftOut: read.leftOut,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    received: sumOf(({ amount }) => Math.max(amount, 0)),
    paidOut: sumOf(({ amount }) => Math.max(-amount, 0)),
    fees: sumOf(({ fee }) => fee),
    problems: read.problems.slice(0, MOST_SHOWN),
    more: Math.max(0, read.problems.length - MOST_SHOWN),
  }
}

function unreadable({ row, message }: ReadFile['problems'][number], count: number): Outcome<never> {
  const where = row === null ? '' : `Row ${row}: `
  const more = count > 1 ? ` There are ${count - 1} more problems like this.` : ''
  return refused('invalid_input', `${where}${message}${more}`, {
    field: 'file',
    remedy: 'Look at the preview, and change how the file is read, or the file.',
  })
}

export function noSource(): Outcome<never> {
  return refused('not_found', 'There is no such source any more.', { field: 'source', remedy: 'Choose another one.' })
}

/** The source of an id, or undefined. */
export async function sourceOf(db: ReadDb, id: number): Promise<Source | undefined> {
  return (await readSources(db)).find((source) => source.id === id)
}
