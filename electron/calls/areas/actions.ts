import { z } from 'zod'
import { actionDoneSchema, actionHeader, previewSchema } from '../../../shared/contract/action-values.ts'
import type { ActionCalls } from '../../../shared/contract/actions.ts'
import { read, write } from '../../../shared/contract/call.ts'
import { refSchema } from '../../../shared/contract/values.ts'
import { fieldsOf } from '../../billing/actions/action.ts'
import { actions } from '../../billing/actions/index.ts'
import type { ActionName } from '../../billing/books/command.ts'
import { previewed, recorded } from '../desk-action.ts'
import type { Implementations } from '../implementation.ts'

const names = Object.keys(actions) as ActionName[]

/** The calls of every action, from its declaration: what it would do, and doing it. */
export const actionCalls = Object.fromEntries(
  names.flatMap((name) => {
    const { call, access } = actions[name]
    const input = inputOf(name)
    return [
      [`${call}.preview`, read({ access, input, output: previewSchema })],
      [call, write({ access, input, output: actionDoneSchema })],
    ]
  }),
) as unknown as ActionCalls

/** What stands behind them. */
export const actionImplementations = Object.fromEntries(
  names.flatMap((name) => [
    [`${actions[name].call}.preview`, previewed.bind(null, name)],
    [actions[name].call, recorded.bind(null, name)],
  ]),
) as unknown as Implementations<keyof ActionCalls>

/** An action's fields, when and why, on what it was built; and the invoice, where it acts on one. */
function inputOf(name: ActionName): z.ZodType {
  const fields = Object.fromEntries(fieldsOf(actions[name]).map(([key, { schema }]) => [key, schema]))
  return z.object({ ...actionHeader, ...(actions[name].ref === 'invoice' ? { ref: refSchema } : {}), ...fields })
}
