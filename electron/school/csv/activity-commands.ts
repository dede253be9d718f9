import type { BillingCommand } from '../../billing/books/command.ts'
import { ACTION_NAMES, readAction, refuseUnused } from './activity-rows.ts'
import { CellReader } from './cell-reader.ts'
import type { ImportProblems } from './import-problems.ts'
import type { SchoolRow } from './school-rows.ts'
import { say } from '../../../shared/words/say.ts'

/** A command with the row that it came from; for an invoice its first row. */
export interface ActivityCommand {
  readonly row: number
  readonly command: BillingCommand
}

type Activity = SchoolRow<'activity.csv'>

/** Reads the activity in file order. Consecutive rows with the same ref are the lines of one invoice. */
export function* activityCommands(
  rows: Iterable<Activity>,
  userIds: ReadonlyMap<string, number>,
  minorDigits: number,
  problems: ImportProblems,
): Generator<ActivityCommand> {
  for (const own of rowsTogether(rows)) {
    const command = readRows(own, userIds, minorDigits, problems)
    if (command) yield command
  }
}

/** The rows of one action each. */
function* rowsTogether(rows: Iterable<Activity>): Generator<readonly Activity[]> {
  let own: Activity[] = []
  for (const row of rows) {
    if (own[0] && !isSameInvoice(own[0], row)) {
      yield own
      own = []
    }
    own.push(row)
  }
  if (own.length > 0) yield own
}

function isSameInvoice({ cells: first }: Activity, { cells }: Activity): boolean {
  return first.action === 'invoice' && first.ref !== '' && cells.action === 'invoice' && cells.ref === first.ref
}

function readRows(
  rows: readonly Activity[],
  userIds: ReadonlyMap<string, number>,
  minorDigits: number,
  problems: ImportProblems,
): ActivityCommand | undefined {
  const read = rows.flatMap((row) => readRow(row, userIds, minorDigits))
  const first = read[0]
  if (!first || !rows[0]) return undefined
  const wrong = [
    ...read.flatMap(({ row, problems: own }) => (own.length > 0 ? [inRow(row, first.row, own)] : [])),
    ...differing(rows),
  ]
  if (wrong.length > 0) {
    const lacksOnly = read.every((one) => one.lacksOnly || one.problems.length === 0) && differing(rows).length === 0
    // The cause is said once, with the file that could not be read.
    if (lacksOnly && problems.restsOnUnreadable('activity.csv')) return undefined
    problems.add('activity.csv', first.row, wrong.join(' '))
    return undefined
  }
  return { row: first.row, command: joined(read.flatMap(({ command }) => command ?? [])) }
}

function inRow(row: number, firstRow: number, problems: readonly string[]): string {
  return row === firstRow ? problems.join(' ') : say('activity_csv.in_row', { row, problems: problems.join(' ') })
}

/** The rows of one invoice must agree on what belongs to the whole of it. */
function differing(rows: readonly Activity[]): string[] {
  if (rows.length === 1) return []
  const columns = ['date', 'user', 'customer'] as const
  const differ = columns.filter((column) => rows.some(({ cells }) => cells[column] !== rows[0]?.cells[column]))
  return differ.length > 0
    ? [say('activity_csv.the_rows_of_one_invoice_have_different', { columns: differ.join(' and ') })]
    : []
}

interface ReadRow {
  readonly row: number
  readonly problems: readonly string[]
  /** nothing is wrong but that what it names is not there */
  readonly lacksOnly: boolean
  readonly command: BillingCommand | undefined
}

function readRow({ row, cells }: Activity, userIds: ReadonlyMap<string, number>, minorDigits: number): ReadRow[] {
  const reader = new CellReader(cells)
  const header = {
    date: reader.date('date'),
    userId: readUser(reader, userIds),
    ref: reader.needed('ref'),
    note: reader.text('note'),
  }
  const action = reader.oneOf('action', ACTION_NAMES)
  if (!action) return [{ row, problems: reader.problems, lacksOnly: false, command: undefined }]
  const read = readAction(action, reader, minorDigits)
  refuseUnused(action, reader)
  return [{ row, problems: reader.problems, lacksOnly: reader.lacksOnly, command: { ...header, ...read } }]
}

function readUser(reader: CellReader, userIds: ReadonlyMap<string, number>): number {
  const username = reader.needed('user')
  const id = userIds.get(username)
  if (id === undefined && username.trim() !== '')
    reader.notThere(say('activity_csv.there_is_no_user', { username: username.slice(0, 40) }))
  return id ?? 0
}

function joined(commands: readonly BillingCommand[]): BillingCommand {
  const [first] = commands
  if (!first) throw new Error('an activity without a row')
  if (first.action !== 'invoice') return first
  return { ...first, lines: commands.flatMap((command) => (command.action === 'invoice' ? command.lines : [])) }
}
