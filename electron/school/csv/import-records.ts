import { CellReader } from './cell-reader.ts'
import type { ImportContext } from './import-context.ts'
import { readRows, shortened } from './school-rows.ts'
import type { SchoolFile } from './school-files.ts'
import { say } from '../../../shared/words/say.ts'

/** What the school holds under a key, and how a row of a file reads, compares and is written. */
export interface RecordKind<Content> {
  readonly file: SchoolFile
  readonly count: keyof ImportContext['imported']
  /** the content of a row; problems go into the reader */
  read(cells: CellReader): { readonly key: string; readonly content: Content }
  /** what the school holds already, by key */
  existing(): Promise<ReadonlyMap<string, Content>>
  /** what else is wrong with a row that is new */
  refuse?(content: Content): string | undefined
  write(rows: readonly Content[]): Promise<void>
}

/**
 * Brings in one file of records. A key that the school holds with the same content is there already; with other
 * content it is an error, as is a key that stands twice in the file.
 */
export async function importRecords<Content>(context: ImportContext, kind: RecordKind<Content>): Promise<void> {
  const { problems, imported, alreadyThere, progress } = context
  const rows = readRows(context.folder, kind.file, problems)
  if (rows.length === 0) return
  progress(kind.file, 0, rows.length)
  const existing = await kind.existing()
  const firstRows = new Map<string, number>()
  const added: Content[] = []
  for (const { row, cells } of rows) {
    const reader = new CellReader(cells)
    const { key, content } = kind.read(reader)
    // The cause is said once, with the file that could not be read.
    if (reader.lacksOnly && problems.restsOnUnreadable(kind.file)) continue
    const twice = firstRows.get(key)
    const problem =
      reader.problems.length > 0
        ? reader.problems.join(' ')
        : twice !== undefined
          ? say('activity_csv.stands_in_an_earlier_row', { shown: shortened(key), row: twice })
          : (conflict(existing.get(key), content, key) ?? (existing.has(key) ? undefined : kind.refuse?.(content)))
    if (problem) {
      problems.add(kind.file, row, problem)
      continue
    }
    firstRows.set(key, row)
    if (existing.has(key)) alreadyThere[kind.count]++
    else added.push(content)
  }
  imported[kind.count] += added.length
  if (added.length > 0) await kind.write(added)
  progress(kind.file, rows.length, rows.length)
}

function conflict<Content>(held: Content | undefined, content: Content, key: string): string | undefined {
  if (held === undefined || JSON.stringify(held) === JSON.stringify(content)) return undefined
  return say('activity_csv.there_with_other_content', { shown: shortened(key) })
}
