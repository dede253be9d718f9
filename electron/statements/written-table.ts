import type { Statement } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { tableOf, type Column, type Table } from '../documents/spreadsheet.ts'

interface Written {
  readonly statement: Statement
  /** its name in the folder */
  readonly file: string
}

const COLUMNS: readonly Column<Written>[] = [
  { title: say('statements.list_number'), kind: 'text', value: ({ statement }) => statement.number ?? '' },
  { title: say('columns.customer_number'), kind: 'text', value: ({ statement }) => statement.customer.number },
  { title: say('columns.customer'), kind: 'text', value: ({ statement }) => statement.customer.name },
  {
    title: say('columns.package'),
    kind: 'text',
    value: ({ statement }) => statement.packages.map(({ ref }) => ref).join(' '),
  },
  { title: say('statements.list_email'), kind: 'text', value: ({ statement }) => statement.customer.email },
  { title: say('statements.list_file_name'), kind: 'text', value: ({ file }) => file },
]

/** The statements that were written, each with its file and where it can be sent. */
export function writtenTable(written: readonly Written[]): Table {
  return tableOf(say('statements.statement'), COLUMNS, written)
}
