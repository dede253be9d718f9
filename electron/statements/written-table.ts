import { say } from '../../shared/words/say.ts'
import { tableOf, type Column, type Table } from '../documents/spreadsheet.ts'
import { nameOf, type WrittenPaper } from './written-paper.ts'

/** The draft of an e-mail with a paper, or why there is none. */
export interface DraftWritten {
  readonly file: string | null
  readonly why: string
}

const COLUMNS: readonly Column<WrittenPaper>[] = [
  { title: say('statements.list_number'), kind: 'text', value: ({ number }) => number },
  { title: say('columns.customer_number'), kind: 'text', value: ({ customer }) => customer.number },
  { title: say('columns.customer'), kind: 'text', value: ({ customer }) => customer.name },
  {
    title: say('columns.package'),
    kind: 'text',
    value: ({ packages }) => packages.map(({ ref }) => ref).join(' '),
  },
  { title: say('statements.list_email'), kind: 'text', value: ({ customer }) => customer.email },
  { title: say('statements.list_file_name'), kind: 'text', value: nameOf },
  { title: say('statements.fingerprint'), kind: 'text', value: ({ fingerprint }) => fingerprint },
]

/** @param drafts by the statement's number; null where none were asked for */
export function writtenTable(
  written: readonly WrittenPaper[],
  drafts: ReadonlyMap<string, DraftWritten> | null,
): Table {
  const draftColumns: readonly Column<WrittenPaper>[] = drafts
    ? [
        { title: say('statements.list_draft'), kind: 'text', value: ({ number }) => drafts.get(number)?.file ?? '' },
        { title: say('statements.list_no_draft'), kind: 'text', value: ({ number }) => drafts.get(number)?.why ?? '' },
      ]
    : []
  return tableOf(say('statements.statement'), [...COLUMNS, ...draftColumns], written)
}
