import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import type { Mapping, Source } from '../../../shared/contract/reconcile-file.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { UserSignature } from '../../billing/records/keep-record-store.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import type { FileTerms } from '../../reconcile/files/file-terms.ts'
import { readReceipts, type ReadFile } from '../../reconcile/files/read-file.ts'
import { takeLines } from '../../reconcile/settling/take-file-store.ts'
import { areShown, isAskedFor } from '../../reconcile/files/shown.ts'
import { sourceCalled } from '../../../shared/source-name.ts'
import { readFiles, readSources } from '../../reconcile/settling/lines-store.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'

/** What is needed to read a file. */
export interface FileToRead {
  /** base64 */
  readonly content: string
  readonly mapping: Mapping | null
  readonly terms: FileTerms
  /** rows that are taken though they look like no payments */
  readonly alsoRows: readonly number[]
  /** mappings of which it is asked whether the file is written so */
  readonly others?: readonly Mapping[]
}

/** Reads the lines of a file. */
export function readChosen({ content, mapping, terms, alsoRows, others = [] }: FileToRead): Promise<ReadFile> {
  return readReceipts(Buffer.from(content, 'base64'), mapping, terms, { spite: new Set(alsoRows), others })
}

/** Whether what is to be taken is what the preview showed: the same bytes, read in the same way. */
export function wasShown({ file, source, mapping, alsoRows, shown }: CallArguments<'reconcile.take'>): Outcome<null> {
  const asked = { content: file.content, mapping, alsoRows, source: typeof source === 'number' ? source : null }
  if (isAskedFor(shown, asked)) return done(null)
  return notShown()
}

function notShown(): Outcome<never> {
  const remedy = say('payment_files.not_shown_remedy')
  return refused('stale', say('payment_files.not_shown'), { field: 'file', remedy })
}

/** A new source would be mistaken for the one that is there, and its lines for repeats. */
function alreadyThere({ name }: Source): Outcome<never> {
  const remedy = say('payment_files.source_there_remedy')
  return refused('already_exists', say('payment_files.source_there', { name }), { field: 'source', remedy })
}

/** Keeps the lines of a file that was read: all of it or nothing. */
export async function takeFile(
  db: WriteDb,
  { file, source, tenders, shown }: Pick<CallArguments<'reconcile.take'>, 'file' | 'source' | 'tenders' | 'shown'>,
  read: ReadFile,
  signature: UserSignature,
): Promise<Outcome<CallOutput<'reconcile.take'>>> {
  const sources = await readSources(db)
  const known = sources.find(({ id }) => id === source)
  if (typeof source === 'number' && !known) return noSource()
  const namesake = typeof source === 'string' ? sourceCalled(sources, source) : undefined
  if (namesake) return alreadyThere(namesake)
  const refusal = unreadable(read)
  if (refusal) return refusal
  const name = typeof source === 'number' ? (known?.name ?? '') : source
  const to = { id: known?.id ?? null, name, tenders }
  const taken = await takeLines(db, to, file.name, read, signature, (fresh) => areShown(shown, fresh))
  if (taken === 'not_shown') return notShown()
  if (taken === null)
    return refused('already_exists', say('payment_files.all_taken'), { remedy: say('payment_files.all_taken_remedy') })
  const made = (await readFiles(db)).find((row) => row.id === taken.file)
  if (!made) throw new Error('a file was taken and is not there')
  return done({ source: taken.source, file: made, repeated: taken.repeated })
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
