import { CsvError, parse } from 'csv-parse/sync'
import type { Mapping } from '../../../shared/contract/reconcile-file.ts'

/** Longer than any export of a month, short enough to be read at once. */
const MOST_ROWS = 200_000
const LOOKED_AT = 50

/** The rows of a file, with how it was written; or why it cannot be read. */
export type FileRows =
  | {
      readonly ok: true
      readonly rows: readonly (readonly string[])[]
      readonly encoding: Mapping['encoding']
      readonly delimiter: Mapping['delimiter']
    }
  | { readonly ok: false; readonly row: number | null; readonly message: string }

/** Reads the bytes of a delimited file as processors, banks and spreadsheets write them. */
export function fileRows(bytes: Uint8Array, wanted: Pick<Mapping, 'encoding' | 'delimiter'>): FileRows {
  const encoding = wanted.encoding === 'auto' ? encodingOf(bytes) : wanted.encoding
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, row: null, message: `The file is not written in ${encoding}. Choose another encoding.` }
  }
  if (text.includes('\0')) {
    return { ok: false, row: null, message: 'This is not a text file. Export the payments as CSV.' }
  }
  const delimiter = wanted.delimiter === 'auto' ? delimiterOf(text) : wanted.delimiter
  try {
    const rows = parse(text, {
      delimiter,
      // A bank's head may end its lines in another way than its rows.
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: false,
      max_record_size: 1_000_000,
      to: MOST_ROWS + 1,
    }) as string[][]
    if (rows.length > MOST_ROWS) {
      const message = `The file has more than ${MOST_ROWS} lines. Split it by months.`
      return { ok: false, row: null, message }
    }
    return { ok: true, rows, encoding, delimiter }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error['records'] ?? 0) + 1
    return { ok: false, row, message: 'A quotation mark is out of place, or a line is too long.' }
  }
}

/** By its byte-order mark; without one by where the zero bytes are, and by whether it is UTF-8. */
function encodingOf(bytes: Uint8Array): Exclude<Mapping['encoding'], 'auto'> {
  const [first = 0, second = 0] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const begin = bytes.subarray(0, 400)
  const zeros = [0, 0]
  for (const [place, byte] of begin.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > begin.length / 4) return 'utf-16le'
  if (even > begin.length / 4) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The sign that stands equally often, and most often, in the first lines, outside of quotation marks. */
function delimiterOf(text: string): Exclude<Mapping['delimiter'], 'auto'> {
  const lines = text
    .slice(0, 100_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  let best: { delimiter: Exclude<Mapping['delimiter'], 'auto'>; lines: number; signs: number } | undefined
  for (const delimiter of [',', ';', '\t', '|'] as const) {
    const counts = Map.groupBy(
      lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0),
      (count) => count,
    )
    for (const [signs, same] of counts) {
      const found = { delimiter, lines: same.length, signs }
      if (!best || found.lines > best.lines || (found.lines === best.lines && found.signs > best.signs)) best = found
    }
  }
  return best?.delimiter ?? ','
}
