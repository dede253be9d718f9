import type { CallArguments, CallOutput } from '../../shared/contract/index.ts'
import type { Mapping, Source } from '../../shared/contract/reconcile-file.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { UserSignature } from '../billing/records/keep-record-store.ts'
import type { SchoolTerms } from '../billing/school-store.ts'
import type { FileTerms } from '../reconcile/files/file-terms.ts'
import { readReceipts, type ReadFile } from '../reconcile/files/read-file.ts'
import { takeLines } from '../reconcile/settling/take-file-store.ts'
import { shownAs } from '../reconcile/files/shown.ts'
import { readFiles, readSources } from '../reconcile/settling/lines-store.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'

/** What is needed to read a file. */
export interface FileToRead {
  /** base64 */
  readonly content: string
  readonly mapping: Mapping | null
  readonly terms: FileTerms
  /** rows that are taken though they look like no payments */
  readonly alsoRows: readonly number[]
}

/** Reads the lines of a file. */
export function readChosen({ content, mapping, terms, alsoRows }: FileToRead): Promise<ReadFile> {
  return readReceipts(Buffer.from(content, 'base64'), mapping, terms, new Set(alsoRows))
}

/** Whether what is to be taken is what the preview showed: the same bytes, read in the same way. */
export function wasShown({ file, mapping, alsoRows, shown }: CallArguments<'reconcile.take'>): Outcome<null> {
  if (shown === shownAs(file.content, mapping, alsoRows)) return done(null)
  return refused('stale', say('payment_files.not_shown'), {
    field: 'file',
    remedy: say('payment_files.not_shown_remedy'),
  })
}

/** Keeps the lines of a file that was read: all of it or nothing. */
export async function takeFile(
  db: WriteDb,
  { file, source, tenders }: Pick<CallArguments<'reconcile.take'>, 'file' | 'source' | 'tenders'>,
  read: ReadFile,
  signature: UserSignature,
): Promise<Outcome<CallOutput<'reconcile.take'>>> {
  const known = await knownSource(db, source)
  if (typeof source === 'number' && !known) return noSource()
  const refusal = unreadable(read)
  if (refusal) return refusal
  const name = typeof source === 'number' ? (known?.name ?? '') : source
  const taken = await takeLines(db, { id: known?.id ?? null, name, tenders }, file.name, read, signature)
  if (taken === null)
    return refused('already_exists', say('payment_files.all_taken'), { remedy: say('payment_files.all_taken_remedy') })
  const made = (await readFiles(db)).find((row) => row.id === taken.file)
  if (!made) throw new Error('a file was taken and is not there')
  return done({ source: taken.source, file: made, repeated: taken.repeated })
}

/** A source by its id, or by the name of one that may be new. */
async function knownSource(db: ReadDb, source: number | string): Promise<Source | undefined> {
  const sources = await readSources(db)
  return sources.find(({ id, name }) => (typeof source === 'number' ? id === source : name === source))
}

/** What of a school a file of payments is read with. */
export function fileTerms({ currency, minorDigits, locale, timeZone }: SchoolTerms): FileTerms {
  return { currency, minorDigits, locale, timeZone }
}

function unreadable({ problems, asks }: ReadFile): Outcome<never> | undefined {
  const [problem] = problems
  const [ask] = asks
  const remedy = say('payment_files.unreadable_remedy')
  if (problem) {
    const { row, message } = problem
    const where = row === null ? message : say('payment_files.in_row', { row, message })
    const sentence = say('payment_files.and_more', { where, more: problems.length - 1 })
    return refused('invalid_input', sentence, { field: 'file', remedy })
  }
  return ask ? refused('invalid_input', ask.question, { field: 'file', remedy }) : undefined
}

export function noSource(): Outcome<never> {
  return refused('not_found', say('payment_files.no_source'), {
    field: 'source',
    remedy: say('payment_files.no_source_remedy'),
  })
}

/** The source of an id, or undefined. */
export async function sourceOf(db: ReadDb, id: number): Promise<Source | undefined> {
  return (await readSources(db)).find((source) => source.id === id)
}
