import type { Mapping, ReceiptField } from '../../../shared/contract/reconcile-file.ts'
import { AUTOMATIC, fieldsNamed, plain, presetOf, proposedColumns } from './columns.ts'
import { fileRows } from './file-text.ts'
import { readLines, type FileProblem, type FileTerms, type ReadLines } from './read-lines.ts'

/** A file as it was read; nothing in its mapping is `auto` any more where it could be. */
export interface ReadFile extends ReadLines {
  readonly columns: readonly string[]
  /** the name of the preset whose columns the file has; null: of none */
  readonly preset: string | null
}

const LOOKED_AT_FOR_NAMES = 30

/**
 * Reads a file of payments. What the mapping leaves open is found out from the file; where it is null, the columns are
 * proposed by their names. Problems name the row as a spreadsheet counts it, and nothing is guessed past them.
 */
export function readReceipts(bytes: Uint8Array, mapping: Mapping | null, terms: FileTerms): ReadFile {
  const file = fileRows(bytes, mapping ?? AUTOMATIC)
  if (!file.ok) return unread(mapping ?? AUTOMATIC, [{ row: file.row, message: file.message }])
  const { rows, encoding, delimiter } = file
  const skipRows = mapping === null ? rowOfNames(rows) : rowOfMapped(rows, mapping)
  const columns = (rows[skipRows] ?? []).map((name) => name.trim())
  const preset = presetOf(columns)
  const known: Mapping = {
    ...(mapping ?? { ...AUTOMATIC, ...preset?.mapping }),
    columns: mapping?.columns ?? inFile(preset?.mapping.columns ?? proposedColumns(columns), columns),
    encoding,
    delimiter,
    skipRows,
  }
  const missing = missingColumns(known, columns)
  if (missing.length > 0) {
    const unmapped = unread(known, missing)
    return { ...unmapped, columns: columns.filter((name) => name !== ''), preset: preset?.name ?? null }
  }
  return {
    columns: columns.filter((name) => name !== ''),
    preset: preset?.name ?? null,
    ...readLines(rows, columns, known, terms),
  }
}

function unread(mapping: Mapping, problems: FileProblem[]): ReadFile {
  return { columns: [], mapping, preset: null, receipts: [], leftOut: 0, problems }
}

/** The first lines of a file may say whose account it is: the names are in the row that names most of the fields. */
function rowOfNames(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, LOOKED_AT_FOR_NAMES).map(fieldsNamed)
  const most = Math.max(0, ...named)
  return most === 0 ? 0 : named.indexOf(most)
}

/** Where the mapping says; or, since a bank's head grows and shrinks, the first row with all of its names. */
function rowOfMapped(rows: readonly (readonly string[])[], { skipRows, columns }: Mapping): number {
  const names = Object.values(columns).filter((name) => name !== null)
  const has = (row: readonly string[] | undefined) => {
    const there = new Set(row?.map((name) => name.trim()))
    return names.every((name) => there.has(name))
  }
  const found = has(rows[skipRows]) ? skipRows : rows.slice(0, LOOKED_AT_FOR_NAMES).findIndex(has)
  return found === -1 ? skipRows : found
}

/** The preset's names as the file writes them. */
function inFile(wanted: Mapping['columns'], columns: readonly string[]): Mapping['columns'] {
  const entries = Object.entries(wanted) as [ReceiptField, string | null][]
  return Object.fromEntries(
    entries.map(([field, name]) => [
      field,
      name === null ? null : (columns.find((column) => plain(column) === plain(name)) ?? null),
    ]),
  ) as Mapping['columns']
}

function missingColumns({ columns: fields }: Mapping, columns: readonly string[]): FileProblem[] {
  const problems: FileProblem[] = []
  if (columns.length < 2) problems.push({ row: null, message: 'No columns are found in the file.' })
  for (const name of Object.values(fields)) {
    if (name !== null && !columns.includes(name))
      problems.push({ row: null, message: `The file has no column "${name}".` })
  }
  if (fields.date === null) problems.push({ row: null, message: 'Choose the column with the date.' })
  if (fields.amount === null && fields.received === null && fields.paidOut === null)
    problems.push({ row: null, message: 'Choose the column with the amount, or those with what came in and went out.' })
  return problems
}
