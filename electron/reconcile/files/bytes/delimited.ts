import { CsvError, parse } from 'csv-parse/sync'
import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import { say } from '../../../../shared/words/say.ts'
import { namedScore } from '../columns/row-of-names.ts'
import { looksLikeAmount } from '../cells/amount.ts'
import { looksLikeDate } from '../cells/date-forms.ts'
import { noTable, type FileProblem, type Table, type TableRead } from './table.ts'
import { encodingOf, textOf } from './encoding.ts'
import { isNoText } from './other-kinds.ts'

type Delimiter = Exclude<Mapping['delimiter'], 'auto'>

/** Longer than any export of a month, short enough to be read at once. */
const MOST_ROWS = 200_000
const LOOKED_AT = 20_000
const DELIMITERS = [',', ';', '\t', '|'] as const
/** Excel's own line above everything: sep=; */
const SEP_LINE = /^"?sep=(.)"?[ \t]*(\r\n|\n|\r)/i

/** Reads text in columns as processors, banks and spreadsheets write it. */
export function delimitedTable(bytes: Uint8Array, wanted: Pick<Mapping, 'encoding' | 'delimiter'>): TableRead {
  const encoding = wanted.encoding === 'auto' ? encodingOf(bytes) : wanted.encoding
  if (encoding === undefined) return noTable(say('payment_files.unknown_encoding'))
  const text = withoutEnds(textOf(bytes, encoding))
  if (text === undefined) return noTable(say('payment_files.other_encoding', { encoding }))
  if (isNoText(text)) return noTable(say('payment_files.no_text'))
  const told = DELIMITERS.find((sign) => sign === SEP_LINE.exec(text)?.[1])
  // The line itself is kept as a row, so that rows are counted as a spreadsheet does.
  const delimiter = wanted.delimiter !== 'auto' ? wanted.delimiter : (told ?? delimiterOf(text))
  const read = rowsOf(text, delimiter)
  if ('message' in read) return { ok: false, problem: read }
  if (read.length > MOST_ROWS) return noTable(say('payment_files.too_many_lines', { most: MOST_ROWS }))
  const rows = read.map((cells) => cells.map(cellText))
  const numbers = numbersBelow(rows, delimiter)
  const message = say('payment_files.swallowed_lines')
  const problems = rows.flatMap((cells, place) =>
    hasSwallowed(cells, delimiter) ? [{ row: numbers[place] ?? place + 1, message }] : [],
  )
  return { ok: true, table: { format: 'delimited', rows, numbers, encoding, delimiter, problems } satisfies Table }
}

/** The mark of the order of bytes, and the sign for the end of a file that old systems write. */
function withoutEnds(text: string | undefined): string | undefined {
  const begun = text?.replace(/^\uFEFF/, '')
  return begun?.endsWith('\u001a') ? begun.slice(0, -1) : begun
}

function rowsOf(text: string, delimiter: Delimiter): string[][] | FileProblem {
  const rows = parsed(text, delimiter)
  return 'message' in rows ? rows : unwrapped(rows, delimiter)
}

function parsed(text: string, delimiter: Delimiter, most = MOST_ROWS + 1): string[][] | FileProblem {
  try {
    return parse(text, {
      delimiter,
      // A bank's head may end its lines in another way than its rows.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      // A blank before a quotation mark says nothing; before a tab it may be a cell.
      ltrim: delimiter !== '\t',
      skip_empty_lines: false,
      info: false,
      max_record_size: 1_000_000,
      to: most,
    }) as string[][]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const above = Number(error['records'] ?? 0)
    const rows = above === 0 ? [] : parsed(text, delimiter, above)
    const row = 'message' in rows ? above + 1 : numbersBelow([...rows, []], delimiter).at(-1)
    return { row: row ?? 1, message: say('payment_files.stray_mark') }
  }
}

/** Some programs put each whole line in quotation marks: then the columns are inside. */
function unwrapped(rows: string[][], delimiter: Delimiter): string[][] {
  const isWrapped = rows.length > 1 && rows.every((cells) => cells.length === 1)
  if (!isWrapped || !rows.some(([cell = '']) => cell.includes(delimiter))) return rows
  const inner = rows.map(([cell = '']) => cell)
  if (inner.some((cell) => /[\r\n]/.test(cell))) return rows
  const again = parsed(inner.join('\n'), delimiter)
  return 'message' in again ? rows : again
}

/** ="0012" is how a spreadsheet is told that something is text; blanks may stand behind a closing quotation mark. */
function cellText(cell: string): string {
  const written = cell.trim()
  return /^="(.*)"$/s.exec(written)?.[1] ?? /^"([^"]*)"$/s.exec(written)?.[1] ?? cell
}

/** Lines that a quotation mark swallowed are lines of the file: those below them are found under their own numbers. */
function numbersBelow(rows: readonly (readonly string[])[], delimiter: Delimiter): number[] {
  let hidden = 0
  return rows.map((cells, place) => {
    const number = place + 1 + hidden
    if (hasSwallowed(cells, delimiter)) hidden += cells.join('').match(/\r\n|\n|\r/g)?.length ?? 0
    return number
  })
}

function hasSwallowed(cells: readonly string[], delimiter: Delimiter): boolean {
  return cells.some((cell) => holdsLines(cell, delimiter))
}

/** No words around it: what somebody wrote over several lines is no line of the file. */
const BARE_AMOUNT = /^[-+(]?\p{Sc}?\d[\d.,'’ ]*\)?[-+]?$/u

/** Whether a cell holds other lines of the file: a quotation mark stands in it and is never closed. */
function holdsLines(cell: string, delimiter: Delimiter): boolean {
  if (!/[\r\n]/.test(cell) || !cell.includes(delimiter)) return false
  const [, ...lines] = cell.split(/\r\n|\n|\r/)
  return lines.some((line) => {
    const parts = line.split(delimiter).map((part) => part.trim().replace(/^"|"$/g, ''))
    return parts.some(looksLikeDate) && parts.some((part) => BARE_AMOUNT.test(part) && !looksLikeDate(part))
  })
}

/** The sign by which the names of columns come out, and the most lines have as many cells as they. */
function delimiterOf(text: string): Delimiter {
  const begin = beginningOf(text)
  const scored = DELIMITERS.map((delimiter) => {
    const rows = rowsOf(begin, delimiter)
    // A stray quotation mark says nothing about the delimiter.
    const cells = 'message' in rows ? begin.split(/\r\n|\n|\r/).map((line) => line.split(delimiter)) : rows
    return { delimiter, score: regularity(cells) }
  })
  const [best] = scored.toSorted((left, right) => right.score - left.score)
  return best && best.score > 0 ? best.delimiter : ','
}

/** Whole lines, so that no quotation mark is cut open. */
function beginningOf(text: string): string {
  if (text.length <= LOOKED_AT) return text
  const end = text.lastIndexOf('\n', LOOKED_AT)
  return text.slice(0, end === -1 ? LOOKED_AT : end)
}

function regularity(rows: readonly (readonly string[])[]): number {
  const names = Math.max(0, ...rows.slice(0, 100).map(namedScore))
  const widths = Map.groupBy(
    rows.map((cells) => cells.length).filter((width) => width > 1),
    (width) => width,
  )
  const [same = []] = [...widths.values()].toSorted((left, right) => right.length - left.length)
  const filled = rows.slice(0, 200).filter((cells) => cells.some(looksLikeDate) && cells.some(looksLikeAmount)).length
  return names * 10 + (20 * filled) / Math.max(1, Math.min(200, rows.length)) + same.length / Math.max(1, rows.length)
}
