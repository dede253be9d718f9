import { fieldProblem, readCsv, undefused, type Records } from './csv-text.ts'
import type { ImportProblems } from './import-problems.ts'
import { isSchoolFile, SCHOOL_FILES, type Column, type SchoolFile, type SchoolFolder } from './school-files.ts'
import { say } from '../../../shared/words/say.ts'

/** Reads the files, so that nothing of that is left to do once the import keeps others waiting. */
export function readAhead(folder: SchoolFolder): SchoolFolder {
  for (const [name, bytes] of folder) if (isSchoolFile(name)) readCsv(bytes)
  return folder
}

/** A row of a file by column; columns that the file does not have are empty. */
export interface SchoolRow<File extends SchoolFile> {
  /** the header is row 1 */
  readonly row: number
  readonly cells: Readonly<Record<Column<File>, string>>
}

/** The rows of a file, each read when it is its turn: for going through once. */
export interface SchoolRows<File extends SchoolFile> extends Iterable<SchoolRow<File>> {
  /** rows of the file after its header, blank and unreadable ones among them; 0 where none can be read */
  readonly length: number
}

/** Reads the rows of one file; what cannot be read becomes problems, and those rows are as if they were not there. */
export function readRows<File extends SchoolFile>(
  folder: SchoolFolder,
  file: File,
  problems: ImportProblems,
): SchoolRows<File> {
  const bytes = folder.get(file)
  if (!bytes) return []
  const records = readCsv(bytes)
  if ('message' in records) {
    problems.add(file, records.row, records.message)
    problems.addUnreadable(file)
    return []
  }
  const [header = []] = records
  if (!headerFits(file, header, problems)) {
    problems.addUnreadable(file)
    return []
  }
  return {
    length: records.length - 1,
    [Symbol.iterator]: () => rowsOf(file, header, records, problems),
  }
}

/** What spreadsheets of some countries write instead of commas. */
const OTHER_SEPARATORS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
] as const

function headerFits(file: SchoolFile, header: readonly string[], problems: ImportProblems): boolean {
  const { required, optional } = SCHOOL_FILES[file]
  const known: readonly string[] = [...required, ...optional]
  const separator = header.length === 1 ? OTHER_SEPARATORS.find(([sign]) => header[0]?.includes(sign))?.[1] : undefined
  if (separator) {
    problems.add(file, 1, say('activity_csv.its_fields_are_separated_by_separator', { separator }))
    return false
  }
  const wrong = [
    ...header
      .filter((column) => !known.includes(column))
      .map((column) => say('activity_csv.the_column_column_is_not_known_here', { column: shortened(column) })),
    ...header
      .filter((column, index) => header.indexOf(column) !== index)
      .map((column) => say('activity_csv.the_column_column_stands_twice', { column })),
    ...required
      .filter((column) => !header.includes(column))
      .map((column) => say('activity_csv.the_column_column_is_missing', { column })),
  ]
  for (const message of wrong) problems.add(file, 1, message)
  if (wrong.length > 0) problems.add(file, 1, say('activity_csv.the_columns_are', { columns: known.join(', ') }))
  return wrong.length === 0
}

function* rowsOf<File extends SchoolFile>(
  file: File,
  header: readonly string[],
  records: Records,
  problems: ImportProblems,
): Generator<SchoolRow<File>> {
  const blank = Object.fromEntries(
    [...SCHOOL_FILES[file].required, ...SCHOOL_FILES[file].optional].map((column) => [column, '']),
  )
  let row = 0
  for (const fields of records) {
    row++
    if (row === 1 || (fields.length === 1 && fields[0] === '')) continue
    const problem = raggedProblem(fields, header) ?? cellProblem(fields, header)
    if (problem) problems.add(file, row, problem)
    else yield { row, cells: cellsOf(blank, header, fields) as SchoolRow<File>['cells'] }
  }
}

function raggedProblem(fields: readonly string[], header: readonly string[]): string | undefined {
  if (fields.length === header.length) return undefined
  return say('activity_csv.the_row_has_other_fields_than_the_header', { fields: fields.length, header: header.length })
}

function cellProblem(fields: readonly string[], header: readonly string[]): string | undefined {
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]
    const problem = field ? fieldProblem(field) : undefined
    if (problem) return say('activity_csv.the_field_has_a_problem', { column: header[index] ?? index + 1, problem })
  }
  return undefined
}

function cellsOf(
  blank: Record<string, string>,
  header: readonly string[],
  fields: readonly string[],
): Record<string, string> {
  const cells = { ...blank }
  for (let index = 0; index < header.length; index++) {
    const field = fields[index]
    if (field) cells[header[index] ?? ''] = undefused(field)
  }
  return cells
}

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
