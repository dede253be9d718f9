import { CsvError, parse } from 'csv-parse/sync'
import { isUtf8 } from 'node:buffer'
import { textFault, type TextFault } from '../../../shared/storable-text.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'

export { defused, undefused } from '../../../shared/defused-text.ts'

/** A field longer than this is not a name, a note or a number. */
const LONGEST_FIELD = 10_000

/**
 * Records of a file, header first. Blank lines keep their place, so that row numbers are the spreadsheet's. Packed: a
 * hundred thousand rows as texts and lists take a hundred megabytes, and no more than a few are needed at a time.
 */
export class Records implements Iterable<readonly string[]> {
  readonly #packed: Buffer[] = []
  #waiting: string[][] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  add(record: string[]): void {
    this.#length++
    this.#waiting.push(record)
    if (this.#waiting.length === RECORDS_A_PART) this.pack()
  }

  /** Packs what was added last: nothing more comes. */
  pack(): void {
    if (this.#waiting.length > 0) this.#packed.push(Buffer.from(JSON.stringify(this.#waiting)))
    this.#waiting = []
  }

  *[Symbol.iterator](): Generator<readonly string[]> {
    for (const part of this.#packed) yield* JSON.parse(part.toString()) as string[][]
  }
}

const RECORDS_A_PART = 250

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

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

function parsed(bytes: Uint8Array): Records | CsvProblem {
  if (!isUtf8(bytes)) return { row: null, message: say('activity_csv.the_file_is_not_utf_8_text_save_it_again') }
  const marked = BYTE_ORDER_MARK.every((byte, place) => bytes[place] === byte)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(
    marked ? BYTE_ORDER_MARK.length : 0,
  )
  const records = new Records()
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: false,
      info: false,
      on_record: (record: string[]) => {
        records.add(record)
        return null
      },
    })
    records.pack()
    return records
  } catch (error) {
    if (error instanceof CsvError) return quotingProblem(error, text)
    throw error
  }
}

function quotingProblem(error: CsvError, text: Buffer): CsvProblem {
  const records = Number(error['records'] ?? 0)
  const row = Number.isSafeInteger(records) && text.length > 0 ? records + 1 : null
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
