import { COLUMNS } from '../../billing/actions/cells.ts'
import { fieldsOf } from '../../billing/actions/action.ts'
import { actions } from '../../billing/actions/index.ts'
import type { ActionName, BillingAction } from '../../billing/books/command.ts'
import { say } from '../../../shared/words/say.ts'
import type { CellReader } from './cell-reader.ts'

export const ACTION_NAMES = Object.keys(actions) as readonly ActionName[]

/** A column that the action does not use must be empty: what stands there would be lost. */
export function refuseUnused(action: ActionName, cells: CellReader): void {
  const used = fieldsOf(actions[action]).flatMap(([, { columns }]) => columns)
  const stray = COLUMNS.filter((column) => !used.includes(column) && cells.text(column) !== '')
  if (stray.length > 0) cells.problems.push(say('activity_csv.unused', { action, columns: stray.join(', ') }))
}

/** Reads an action of one row. For an invoice: with the one line that its row holds. */
export function readAction(action: ActionName, cells: CellReader, minorDigits: number): BillingAction {
  const said = fieldsOf(actions[action]).map(([key, field]) => [key, field.read(cells, minorDigits)])
  return { action, ...Object.fromEntries(said) } as BillingAction
}
