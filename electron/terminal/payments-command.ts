import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { currencyOf } from '../../shared/currency.ts'
import type { ImportError } from '../../shared/contract/school.ts'
import type { Mapping } from '../../shared/contract/reconcile-file.ts'
import { say } from '../../shared/words/say.ts'
import { readSchool, type SchoolTerms } from '../billing/school-store.ts'
import { NO_COLUMNS } from '../reconcile/files/columns/no-columns.ts'
import { localeOfCurrency, type FileTerms } from '../reconcile/files/file-terms.ts'
import { fileJson, type FileJson } from '../reconcile/files/files-json.ts'
import { KnownLines } from '../reconcile/files/known-lines.ts'
import { readReceipts, type ReadFile } from '../reconcile/files/read-file.ts'
import { holdsSchool, openDatabase } from '../storage/open-database.ts'
import { filesText } from './payments-text.ts'
import { EXIT, print, printErrors, type ExitStatus, type Terminal } from './terminal.ts'

/** What the words of the command line say of files of payments. */
export interface PaymentsOptions {
  readonly files: readonly string[]
  readonly currency: string | null
  readonly timeZone: string | null
  /** columns that were named; null: they are found out */
  readonly columns: Partial<Mapping['columns']> | null
}

const NO_SCHOOL_CURRENCY = 'USD'

/** `payments FILE...`: how files are read, one after the other, as if they were taken. Nothing is. */
export async function payments(terminal: Terminal, options: PaymentsOptions): Promise<ExitStatus> {
  const unreadable = unreadableFiles(options.files)
  if (unreadable.length > 0) return printErrors(terminal, unreadable)
  const terms = termsOf(options, await schoolIn(terminal.dataFolder))
  const known = new KnownLines()
  const files: FileJson[] = []
  for (const { name, read } of await readInOrder(options, terms)) files.push(fileJson(name, read, known, terms))
  print(terminal, { files }, filesText(files))
  return isWhole(files) ? EXIT.done : EXIT.refused
}

/** Which of the files are none that can be opened, and why. */
export function unreadableFiles(files: readonly string[]): ImportError[] {
  return files.flatMap((file) => {
    const message = whyUnreadable(file)
    return message === null ? [] : [{ file, row: null, message }]
  })
}

function whyUnreadable(file: string): string | null {
  try {
    if (statSync(file).isDirectory()) return say('payment_files.is_a_folder')
    accessSync(file, constants.R_OK)
    return null
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
    return say(missing ? 'payment_files.no_such_file' : 'payment_files.not_readable')
  }
}

/** Whether all of the files could be taken as they are: no row is refused, and nothing is asked. */
export function isWhole(files: readonly FileJson[]): boolean {
  return files.every(({ refused, asks }) => refused.length === 0 && asks.length === 0)
}

/** The school of a data folder, where there is one; nothing is made for the question. */
async function schoolIn(dataFolder: string): Promise<SchoolTerms | undefined> {
  if (!holdsSchool(dataFolder)) return undefined
  const database = await openDatabase(dataFolder)
  try {
    return await database.read(readSchool)
  } finally {
    await database.close()
  }
}

/** What was asked for, else the school's own; a currency that is not the school's is written as at its home. */
export function termsOf({ currency, timeZone }: PaymentsOptions, school: SchoolTerms | undefined): FileTerms {
  const code = currency ?? school?.currency ?? NO_SCHOOL_CURRENCY
  const own = school?.currency === code ? school : undefined
  return {
    currency: code,
    minorDigits: own?.minorDigits ?? currencyOf(code)?.minorDigits ?? 2,
    locale: own?.locale ?? localeOfCurrency(code),
    timeZone: timeZone ?? school?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}

/** Each file as it is read once those before it, and what is remembered of its source, are known. */
export async function readInOrder(
  { files, columns }: Pick<PaymentsOptions, 'files' | 'columns'>,
  terms: FileTerms,
  remembered: readonly Mapping[] = [],
): Promise<{ readonly name: string; readonly read: ReadFile }[]> {
  const done: { name: string; read: ReadFile }[] = []
  for (const file of files) {
    const bytes = readFileSync(file)
    const read = await readAlone(bytes, columns, terms)
    const before = [...remembered, ...done.map((earlier) => earlier.read.mapping)]
    done.push({ name: basename(file), read: await asBefore(bytes, read, before, terms) })
  }
  return done
}

async function readAlone(bytes: Uint8Array, columns: PaymentsOptions['columns'], terms: FileTerms): Promise<ReadFile> {
  const found = await readReceipts(bytes, null, terms)
  if (columns === null) return found
  return readReceipts(
    bytes,
    { ...found.mapping, columns: withProposed(columns, found), dateOrder: 'auto', decimalSign: 'auto' },
    terms,
  )
}

/** What was named stands; of what was not, the file's own proposal, but for its amounts. */
function withProposed(columns: Partial<Mapping['columns']>, found: ReadFile): Mapping['columns'] {
  const used = new Set(Object.values(columns).map((name) => placeName(name, found.columns)))
  const {
    amount: _amount,
    received: _received,
    paidOut: _paidOut,
    direction: _direction,
    ...proposed
  } = found.mapping.columns
  const free = Object.entries(proposed).filter(([, name]) => name !== null && !used.has(placeName(name, found.columns)))
  return { ...NO_COLUMNS, ...Object.fromEntries(free), ...columns }
}

function placeName(name: string | null, names: readonly string[]): string {
  const place = /^#(\d+)$/.exec(name ?? '')?.[1]
  return place === undefined ? (name ?? '') : (names[Number(place) - 1] ?? '')
}

/** Where a file leaves something open, an earlier one with the same columns has answered it. */
async function asBefore(
  bytes: Uint8Array,
  read: ReadFile,
  before: readonly Mapping[],
  terms: FileTerms,
): Promise<ReadFile> {
  if (read.asks.length === 0) return read
  for (const mapping of before.toReversed()) {
    const again = await readReceipts(bytes, { ...mapping, encoding: 'auto', delimiter: 'auto' }, terms)
    if (again.asks.length === 0 && again.problems.length === 0) return again
  }
  return read
}
