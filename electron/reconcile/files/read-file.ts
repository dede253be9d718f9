import type { CountedTender } from '../../../shared/contract/closings.ts'
import type { Ask, Mapping } from '../../../shared/contract/reconcile-file.ts'
import { LARGEST_BALANCE_CENTS } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { askColumns, askHidden, askSign, asksOf, isBalanceSaid } from './asks.ts'
import { missingColumns } from './missing-columns.ts'
import type { OpenQuestion } from './open-question.ts'
import { askHints } from './word-asks.ts'
import { tableOf } from './bytes/table-of.ts'
import type { FileProblem, Table } from './bytes/table.ts'
import { byContents } from './columns/by-contents.ts'
import { contentsOf, type Contents } from './columns/column-contents.ts'
import { AUTOMATIC, NO_COLUMNS, type Columns } from './columns/no-columns.ts'
import { presetColumns, presetOf, tendersOf, type Preset } from './columns/presets.ts'
import { proposedColumns } from './columns/proposal.ts'
import { placeOf, rolesOf, type Roles } from './columns/roles.ts'
import type { FileTerms } from './file-terms.ts'
import { headOf, isWrittenSo, otherTableAbove, type Head } from './head.ts'
import type { FileLine } from './lines/cells-of-line.ts'
import type { LeftOut } from './lines/left-out.ts'
import type { ReadReceipt } from './lines/read-line.ts'
import { readLines, type ReadLines } from './lines/read-lines.ts'
import { alsoRead } from './lines/extra-columns.ts'
import { readingOf, type Reading } from './lines/reading.ts'
import { balanceOf, balanceProves } from './lines/balance-check.ts'
import { areProcessors } from './lines/type-words.ts'
import { asked } from './asked.ts'

/** A file as it was read; nothing in its mapping is `auto` any more where it could be. */
export interface ReadFile {
  readonly columns: readonly string[]
  readonly mapping: Mapping
  /** columns that nobody maps, and that are read nevertheless: status, type, currency … */
  readonly also: Readonly<Record<string, string>>
  /** the name of the preset whose columns the file has; null: of none */
  readonly preset: string | null
  readonly format: Table['format'] | null
  /** the first rows as they are */
  readonly raw: readonly (readonly string[])[]
  readonly receipts: readonly ReadReceipt[]
  readonly leftOut: readonly LeftOut[]
  readonly asks: readonly Ask[]
  readonly problems: readonly FileProblem[]
  /** the tenders of which it reports, as far as it says what it is; empty: nobody knows */
  readonly tenders: readonly CountedTender[]
  /** of each of the other mappings, whether the file is written so */
  readonly fits: readonly boolean[]
}

/** What reading a file may be asked beyond its lines. */
interface Beyond {
  /** rows that are taken though they look like no payments */
  readonly spite?: ReadonlySet<number>
  readonly others?: readonly Mapping[]
}

const MOST_RAW = 15

/**
 * Reads a file of payments. What the mapping leaves open is found out from the file; where it is null, the columns are
 * proposed by their names. Problems name the row as a spreadsheet counts it, and nothing is guessed past them: what
 * could be read in two ways is asked about, with what each of them comes to.
 */
export async function readReceipts(
  bytes: Uint8Array,
  mapping: Mapping | null,
  terms: FileTerms,
  { spite = new Set(), others = [] }: Beyond = {},
): Promise<ReadFile> {
  const file = await tableOf(bytes, mapping ?? AUTOMATIC)
  if (!file.ok) return { ...nothing(mapping ?? AUTOMATIC), problems: [file.problem] }
  const { table } = file
  const read = readTable(table, mapping, terms, spite)
  const { questions, ...lines } = read
  const rest = { ...lines, fits: others.map((other) => isWrittenSo(table.rows, other)) }
  if (questions.length === 0) return rest
  const asks = questions.map((question) => asked(question, (answer) => readTable(table, answer, terms, spite).receipts))
  return { ...rest, asks, receipts: [] }
}

function nothing(mapping: Mapping): ReadFile {
  return {
    columns: [],
    mapping,
    also: {},
    preset: null,
    format: null,
    raw: [],
    receipts: [],
    leftOut: [],
    asks: [],
    problems: [],
    tenders: [],
    fits: [],
  }
}

interface TableReading extends ReadFile {
  readonly questions: readonly OpenQuestion[]
}

function readTable(table: Table, given: Mapping | null, terms: FileTerms, spite: ReadonlySet<number>): TableReading {
  const { rows } = table
  const wanted = given && isMade(table) ? { ...given, columns: NO_COLUMNS } : given
  const head = headOf(rows, wanted)
  const lines = linesBelow(table, head)
  const contents = contentsOf(
    lines.filter(({ fields }) => fields.length > 1).map(({ fields }) => fields),
    head.names.length,
  )
  const roles = rolesOf(head.named ? head.names : [], contents)
  const preset = head.named ? presetOf(head.names) : undefined
  const chosen = columnsOf({ head, contents, roles, lines, terms, preset }, wanted)
  const mapping: Mapping = {
    ...(wanted ?? AUTOMATIC),
    columns: chosen.columns,
    encoding: table.encoding ?? 'auto',
    delimiter: table.delimiter ?? 'auto',
    skipRows: Math.min(head.skipRows, 1_000),
    named: head.named,
    // A format made for payments leaves no doubt.
    ...(isMade(table) ? { decimalSign: '.', dateOrder: 'ymd' } : {}),
  }
  const common = {
    columns: head.names,
    preset: preset?.name ?? null,
    format: table.format,
    raw: rows.slice(0, MOST_RAW),
  }
  const above = head.named ? otherTableAbove(rows, head.skipRows) : undefined
  if (above !== undefined)
    return {
      ...nothing(mapping),
      ...common,
      problems: [{ row: above + 1, message: say('payment_files.another_table') }],
      questions: [],
    }
  const missing = missingColumns(mapping, head, terms)
  if (missing.questions.length > 0 || missing.problems.length > 0) {
    const problems = [...table.problems, ...missing.problems]
    return { ...nothing(mapping), ...common, problems, questions: missing.questions }
  }
  const ofProcessor = isProcessors(preset, roles, contents)
  const reading = readingOf({ names: head.names, contents, roles, lines, mapping, terms, ofProcessor })
  const read = inBounds(readLines(lines, reading, spite))
  return {
    ...common,
    ...whole(table, read),
    asks: [],
    fits: [],
    tenders: tendersOf({ preset, ofProcessor, isAccount: isMade(table) || reading.extra.balance !== -1 }),
    ...found(mapping, reading),
    questions: [
      ...chosen.questions(mapping),
      ...questionsOf({ lines, reading, mapping, read, isSigned: isMade(table) }),
    ],
  }
}

/** Whether the columns are those of a format made for payments, whatever a source's other files have. */
function isMade({ format }: Table): boolean {
  return format === 'ofx' || format === 'camt' || format === 'mt940'
}

function linesBelow({ rows, numbers }: Table, { skipRows, named }: Head): FileLine[] {
  const begin = named ? skipRows + 1 : skipRows
  return rows.slice(begin).map((fields, index) => ({ row: numbers?.[begin + index] ?? begin + index + 1, fields }))
}

function whole(
  table: Table,
  { receipts, leftOut, problems }: ReadLines,
): Pick<ReadFile, 'receipts' | 'leftOut' | 'problems'> {
  const swallowed = new Set(table.problems.map(({ row }) => row))
  const all = [...table.problems, ...problems.filter(({ row }) => !swallowed.has(row))]
  // Days without amounts: the column of the amounts is another one.
  const isEmpty =
    receipts.length === 0 &&
    all.length === 0 &&
    leftOut.every(({ reason, date }) => reason === 'note' || (reason === 'no_amount' && date !== null))
  return {
    receipts: receipts.filter(({ row }) => !swallowed.has(row)),
    leftOut,
    problems: isEmpty ? [{ row: null, message: say('payment_files.no_payments') }] : all,
  }
}

/** A column of account numbers read as amounts, say: no sum of it could be shown or kept. */
function inBounds(read: ReadLines): ReadLines {
  const size = [...read.receipts, ...read.leftOut].reduce((sum, { amount }) => sum + Math.abs(amount ?? 0), 0)
  if (size <= LARGEST_BALANCE_CENTS) return read
  const message = say('payment_files.too_large_in_all')
  return { receipts: [], leftOut: [], problems: [...read.problems, { row: null, message }] }
}

/** What was found out stands in the mapping, and is remembered. */
function found(mapping: Mapping, reading: Reading): Pick<ReadFile, 'mapping' | 'also'> {
  const { order, decimal, direction, names, undecided, told } = reading
  const place = direction.by === 'column' ? direction.place : -1
  return {
    mapping: {
      ...mapping,
      // What nothing in the file told is not remembered: the next file may tell.
      dateOrder: undecided.order === null && told.order ? order : 'auto',
      decimalSign: undecided.decimal || !told.decimal ? 'auto' : decimal,
      columns: { ...mapping.columns, direction: mapping.columns.direction ?? names[place] ?? null },
    },
    also: alsoRead(reading),
  }
}

interface ReadSoFar {
  readonly lines: readonly FileLine[]
  readonly reading: Reading
  readonly mapping: Mapping
  readonly read: ReadLines
  /** the format says of each amount which way it went */
  readonly isSigned: boolean
}

function questionsOf({ lines, reading, mapping, read, isSigned }: ReadSoFar): OpenQuestion[] {
  const hints = isSigned || balanceProves(lines, reading, read) ? [] : askHints(reading, mapping)
  const questions = [...asksOf(lines, reading, mapping), ...hints]
  const balance = isBalanceSaid(mapping) ? null : balanceOf(lines, reading, read)
  if (balance === 'against') return [...questions, askSign(mapping)]
  if (balance === 'hidden' && questions.length === 0) return [askHidden(mapping)]
  return questions
}

interface ColumnFacts {
  readonly head: Head
  readonly contents: readonly Contents[]
  readonly roles: Roles
  readonly lines: readonly FileLine[]
  readonly terms: FileTerms
  readonly preset: Preset | undefined
}

interface ChosenColumns {
  readonly columns: Columns
  readonly questions: (mapping: Mapping) => readonly OpenQuestion[]
}

function columnsOf(facts: ColumnFacts, wanted: Mapping | null): ChosenColumns {
  const { head, contents, roles, terms, preset } = facts
  const isMapped = wanted !== null && Object.values(wanted.columns).some((name) => name !== null)
  if (isMapped) return { columns: wanted.columns, questions: () => [] }
  const rows = facts.lines.map(({ fields }) => fields)
  if (head.known) {
    const proposal = proposedColumns({ names: head.names, contents, roles, lines: rows, terms })
    const columns = preset ? presetColumns(preset, head.names, proposal.columns) : proposal.columns
    const isOpen = proposal.open.length > 0 && !preset?.ofProcessor
    return { columns, questions: (mapping) => (isOpen ? [askColumns(mapping, proposal.open)] : []) }
  }
  const full = rows.filter((cells) => cells.filter((cell) => cell.trim() !== '').length > 1)
  const told = byContents(full, contents, terms)
  const named = (place: number) => head.names[place] ?? null
  const columns = {
    ...NO_COLUMNS,
    date: named(told.date),
    amount: named(told.amount),
    received: named(told.received),
    paidOut: named(told.paidOut),
    text: named(told.text),
  }
  const isSure = told.sure && !head.named
  return { columns, questions: (mapping) => (isSure ? [] : [askColumns(mapping, [columns])]) }
}

/** A processor keeps a fee of each payment, and says what is left of it or what became of it. */
function isProcessors(preset: Preset | undefined, roles: Roles, contents: readonly Contents[]): boolean {
  if (preset !== undefined && preset.told.length > 4) return preset.ofProcessor
  const types = (roles.get('type') ?? []).map(({ place }) => contents[place]?.distinct ?? [])
  if (placeOf(roles, 'balance') === -1 && types.some((words) => areProcessors(words))) return true
  return (
    placeOf(roles, 'fee') !== -1 &&
    (placeOf(roles, 'net') !== -1 ||
      placeOf(roles, 'method') !== -1 ||
      // An account has a balance, and its transfers may be of customers.
      (placeOf(roles, 'id') !== -1 && placeOf(roles, 'balance') === -1))
  )
}
