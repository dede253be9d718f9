import { z } from 'zod'
import { recordedTable, RECORD_TABLES, type RecordTable, type RecordValue } from './record-tables.ts'

export type RecordRow = { readonly [column: string]: RecordValue }

/** Rows of a table as they are from this record on. */
export interface RecordPart {
  readonly table: RecordTable
  readonly rows: readonly RecordRow[]
  /** of these values of a column, the rows given are all there are: others of them are gone */
  readonly instead?: { readonly column: string; readonly values: readonly RecordValue[] }
}

/** What a record says. */
export interface RecordContent {
  /** the entry before which it holds already; null: from its own place on */
  readonly since: number | null
  /** entry and place of the texts that it erases */
  readonly erases: readonly (readonly [entry: number, place: number])[]
  readonly parts: readonly RecordPart[]
}

const valueSchema = z.union([z.string(), z.int(), z.null()])

/** The form of a document, whatever looks at its rows. */
function documentWith(rows: z.ZodType<RecordValue[][]>) {
  const part = z.strictObject({
    table: z.enum(Object.keys(RECORD_TABLES) as [RecordTable, ...RecordTable[]]),
    instead: z.tuple([z.string(), z.array(valueSchema)]).optional(),
    columns: z.array(z.string()),
    texts: z.array(z.string()),
    rows,
  })
  return z.strictObject({
    /** the number of an earlier entry before which it holds already */
    since: z.int().optional(),
    /** entry and place of the texts that it erases */
    erases: z.array(z.tuple([z.int(), z.int()])).optional(),
    parts: z.array(part),
  })
}

const documentSchema = documentWith(z.array(z.array(valueSchema)))
/** The same, looking at thousands of rows several times as quickly; what is wrong with them, only the other says. */
const quickSchema = documentWith(z.custom<RecordValue[][]>(areRows))

function areRows(value: unknown): boolean {
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isValue))
}

function isValue(value: unknown): boolean {
  return value === null || typeof value === 'string' || Number.isSafeInteger(value)
}

function readDocument(document: string): z.infer<typeof documentSchema> {
  const said: unknown = JSON.parse(document)
  const read = quickSchema.safeParse(said)
  return read.success ? read.data : documentSchema.parse(said)
}

/** Stands in a document for the texts of a row, which lie beside it. */
export type Commit = (place: number, text: string) => string
/** The text that lies beside a document at a place; undefined where it was erased. */
export type TextAt = (place: number, commitment: string) => string | undefined

/**
 * The document of a record: it names its columns, so that it can be read whatever columns are added later. Where a
 * table has personal texts, the last value of each row is the commitment to them.
 */
export function recordDocument(
  parts: readonly RecordPart[],
  { since = null, erases = [] }: Partial<Omit<RecordContent, 'parts'>>,
  commit: Commit,
): string {
  let place = 0
  return JSON.stringify({
    ...(since !== null && { since }),
    ...(erases.length > 0 && { erases }),
    parts: parts.map(({ table, rows, instead }) => {
      const { columns: known, texts } = recordedTable(table)
      const columns = known.filter((column) => rows.every((row) => row[column] !== undefined))
      const values = rows.map((row) => {
        const plain = columns.map((column) => row[column] ?? null)
        if (texts.length === 0) return plain
        place += 1
        return [...plain, commit(place, JSON.stringify(texts.map((column) => row[column] ?? '')))]
      })
      return { table, ...(instead && { instead: [instead.column, instead.values] }), columns, texts, rows: values }
    }),
  })
}

/** The rows of a document again. Throws where it is not in the form of a record. */
export function readRecord(document: string, textAt: TextAt): RecordContent {
  let place = 0
  const { since, erases, parts } = readDocument(document)
  const read = parts.map(({ table, instead, columns, texts, rows }) => ({
    table,
    ...(instead && { instead: { column: instead[0], values: instead[1] } }),
    rows: rows.map((values) => {
      const plain = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]))
      if (texts.length === 0) return plain
      place += 1
      const committed = String(values[columns.length])
      const text = committed === ERASED ? undefined : textAt(place, committed)
      return { ...plain, ...(text === undefined ? erasedTexts(table, texts, plain) : givenTexts(texts, text)) }
    }),
  }))
  return { since: since ?? null, erases: erases ?? [], parts: read }
}

/** Stands for the commitment where the texts are those of somebody who was erased. */
export const ERASED = ''

const textsSchema = z.array(z.string())

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

function givenTexts(columns: readonly string[], text: string): RecordRow {
  const said: unknown = JSON.parse(text)
  const values = areTexts(said) ? said : textsSchema.parse(said)
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']))
}

/** What stands for the texts of an erased row. */
export function erasedTexts(table: RecordTable, columns: readonly string[], row: RecordRow): RecordRow {
  const { texts, erased } = recordedTable(table)
  const values = erased?.(row) ?? []
  return Object.fromEntries(columns.map((column) => [column, values[texts.indexOf(column)] ?? '']))
}
