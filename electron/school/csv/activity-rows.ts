import { COLUMNS, type Column } from '../../billing/actions/cells.ts'
import { fieldsOf } from '../../billing/actions/action.ts'
import { actions } from '../../billing/actions/index.ts'
import type { ActionName, BillingAction } from '../../billing/books/command.ts'
import { say } from '../../../shared/words/say.ts'
import type { CellReader } from './cell-reader.ts'

export const ACTION_NAMES = Object.keys(actions) as readonly ActionName[]

const unused = new Map<ActionName, readonly Column[]>()

function unusedBy(action: ActionName): readonly Column[] {
  let columns = unused.get(action)
  if (!columns) {
    const used = fieldsOf(actions[action]).flatMap(([, field]) => field.columns)
    unused.set(action, (columns = COLUMNS.filter((column) => !used.includes(column))))
  }
  return columns
}

/** A column that the action does not use must be empty: what stands there would be lost. */
export function refuseUnused(action: ActionName, cells: CellReader): void {
  const stray = unusedBy(action).filter((column) => cells.text(column) !== '')
  if (stray.length > 0) cells.problems.push(say('activity_csv.unused', { action, columns: stray.join(', ') }))
}

/** Reads an action of one row. For an invoice: with the one line that its row holds. */
export function readAction(action: ActionName, cells: CellReader, minorDigits: number): BillingAction {
  const said: Record<string, unknown> = { action }
  for (const [key, field] of fieldsOf(actions[action])) said[key] = field.read(cells, minorDigits)
  return said as unknown as BillingAction
}
