import { actions } from '../actions/index.ts'
import { fieldsOf, type CommandOf } from '../actions/action.ts'
import type { Given, GivenValue } from './recording.ts'

type Actions = typeof actions

/** Every action of the billing rules by its name in activity.csv. */
export type ActionName = keyof Actions
/** Everything that changes balances. */
export type BillingCommand = {
  [Name in ActionName]: CommandOf<Name, Actions[Name]['fields']>
}[ActionName]
/** What is said with an action, without who says it when. */
export type BillingAction = {
  [Name in ActionName]: Omit<CommandOf<Name, Actions[Name]['fields']>, 'date' | 'userId' | 'ref' | 'note'>
}[ActionName]

/** The name of an action. Throws on any other word: the ledger then holds what this version does not know. */
export function actionName(word: string): ActionName {
  if (Object.hasOwn(actions, word)) return word as ActionName
  throw new Error(`there is no action ${word}`)
}

/**
 * What a command said, in canonical form: what the ledger keeps of it, the export writes, and a second import
 * compares. Absent where it was left empty.
 */
export function givenOf(command: BillingCommand): Given {
  const given: Record<string, GivenValue> = {}
  for (const [key, field] of fieldsOf(actions[command.action])) {
    const value = (command as unknown as Readonly<Record<string, unknown>>)[key]
    for (const [column, kept] of field.kept(value)) if (kept !== undefined) given[column] = kept
  }
  return given
}

/** The command that an entry holds, as it was said. */
export function commandOfGiven(
  name: ActionName,
  given: Readonly<Record<string, unknown>>,
  header: Pick<BillingCommand, 'date' | 'userId' | 'ref' | 'note'>,
): BillingCommand {
  const command: Record<string, unknown> = { action: name, ...header }
  for (const [key, field] of fieldsOf(actions[name])) command[key] = field.said(given)
  return command as unknown as BillingCommand
}

/** Whether an action's `ref` is a name of its own, not the invoice that it acts on. */
export function namesItsOwnRef({ action }: Pick<BillingCommand, 'action'>): boolean {
  return actions[action].ref !== 'invoice'
}
