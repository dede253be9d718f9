import { CsvError, parse } from 'csv-parse/sync'
import { textFault, type TextFault } from '../../../shared/storable-text.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'

export { defused, undefused } from '../../../shared/defused-text.ts'

/** A field longer than this is not a name, a note or a number. */
const LONGEST_FIELD = 10_000

/** Records of a file, header first. Blank lines keep their place, so that row numbers are the spreadsheet's. */
export type Records = readonly (readonly string[])[]

export type CsvProblem = { readonly row: number | null; readonly message: string }

/** What was read already, as long as somebody holds the bytes. */
const remembered = new WeakMap<Uint8Array, Records | CsvProblem>()

/**
 * Reads the bytes of a CSV file: UTF-8 with or without byte-order mark, RFC 4180 quoting. The same bytes are read once:
 * an import reads its files before its transaction, so that nobody waits for that.
 */
export function readCsv(bytes: Uint8Array): Records | CsvProblem {
  const before = remembered.get(bytes)
  if (before) return before
  const read = parsed(bytes)
  remembered.set(bytes, read)
  return read
}

function parsed(bytes: Uint8Array): Records | CsvProblem {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { row: null, message: say('activity_csv.the_file_is_not_utf_8_text_save_it_again') }
  }
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: false, info: false }) as string[][]
  } catch (error) {
    if (error instanceof CsvError) return quotingProblem(error, text)
    throw error
  }
}

function quotingProblem(error: CsvError, text: string): CsvProblem {
  const records = Number(error['records'] ?? 0)
  const row = Number.isSafeInteger(records) && text !== '' ? records + 1 : null
  return {
    row,
    message: say('activity_csv.a_quotation_mark_is_out_of_place_put_the'),
  }
}

/** What is wrong with a field whatever its column, or undefined. */
export function fieldProblem(field: string): string | undefined {
  if (field.length > LONGEST_FIELD)
    return say('activity_csv.field_too_long', { length: field.length, most: LONGEST_FIELD })
  const fault = textFault(field)
  return fault && say(FAULTS[fault])
}

const FAULTS = {
  broken: 'activity_csv.field_broken',
  control: 'activity_csv.field_control',
  invisible: 'activity_csv.field_invisible',
} as const satisfies Record<TextFault, WordKey>
