import type { z } from 'zod'
// The one import of the main process, for its types alone: an action is declared once, in electron/billing/actions.
import type { actions } from '../../electron/billing/actions/index.ts'
import { actionDoneSchema, previewSchema, type basisSchema, type ActionDone, type Preview } from './action-values.ts'
import type { CallDefinition, Effect } from './call.ts'
import type { Permission } from '../permissions.ts'

type Actions = typeof actions
type Declared = Actions[keyof Actions]
/** The names of the calls that do something by the billing rules. */
export type ActionCall = Declared['call']

type FieldsOf<Call> = Extract<Declared, { readonly call: Call }>['fields']
type Said<Field> = Field extends { said(kept: never): infer Value } ? Value : never
type OptionalKeys<F> = { [Key in keyof F]: F[Key] extends { readonly optional: true } ? Key : never }[keyof F]

interface Header {
  /** business date; null: today at the school */
  readonly date: string | null
  readonly note: string
  readonly basis: readonly z.input<typeof basisSchema>[]
}
type OnInvoice<Call> = Extract<Declared, { readonly call: Call }>['ref'] extends 'invoice'
  ? { readonly ref: string }
  : object

/** A value as it travels: its units are not seen on the wire. */
type Wire<Value> = Value extends number
  ? number
  : Value extends { readonly __unit: string }
    ? string
    : Value extends readonly (infer Each)[]
      ? readonly Wire<Each>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: Wire<Value[Key]> }
        : Value

/** What a window sends with an action. */
export type ActionInput<Call> = Header &
  OnInvoice<Call> & {
    readonly [Key in Exclude<keyof FieldsOf<Call>, OptionalKeys<FieldsOf<Call>>>]: Wire<Said<FieldsOf<Call>[Key]>>
  } & {
    readonly [Key in OptionalKeys<FieldsOf<Call>>]?: Wire<Said<FieldsOf<Call>[Key]>>
  }

interface ActionDefinition<Call, What extends Effect, Output> extends CallDefinition {
  readonly effect: What
  readonly access: Permission | readonly Permission[]
  readonly input: z.ZodType<ActionInput<Call>, ActionInput<Call>>
  readonly output: z.ZodType<Output, Output>
}

export type ActionCalls = { readonly [Call in ActionCall]: ActionDefinition<Call, 'write', ActionDone> } & {
  readonly [Call in ActionCall as `${Call}.preview`]: ActionDefinition<Call, 'read', Preview>
}

/** What a window must know of an action's call: a preview changes nothing, the action itself goes under a command id. */
export function actionCallShape(name: string): Pick<CallDefinition, 'effect' | 'output'> {
  return name.endsWith('.preview')
    ? { effect: 'read', output: previewSchema }
    : { effect: 'write', output: actionDoneSchema }
}
