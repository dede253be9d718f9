import type { z } from 'zod'
import type { Failure } from '../failure.ts'
import type { Permission } from '../permissions.ts'

/**
 * Who may call: `anyone` (before sign-in), `signed_in` (any user), the holders of a permission, or of all of several.
 * There is no default: a call without a declared access does not compile.
 */
export type Access = 'anyone' | 'signed_in' | Permission | readonly Permission[]

/** One call of the contract: what goes in, what comes out, who may. Writes carry a command id in the envelope. */
export interface CallDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** session calls answer tokens or check passwords: they are never remembered by command id */
  readonly effect: 'read' | 'write' | 'session' | 'aside'
  readonly access: Access
  readonly input: Input
  readonly output: Output
}

type Declared<Input extends z.ZodType, Output extends z.ZodType> = Omit<CallDefinition<Input, Output>, 'effect'>

/** Declares a call that changes nothing. */
export function read<Input extends z.ZodType, Output extends z.ZodType>(declared: Declared<Input, Output>) {
  return { effect: 'read', ...declared } as const
}

/** Declares a call that changes something; the same command id sent again happens once. */
export function write<Input extends z.ZodType, Output extends z.ZodType>(declared: Declared<Input, Output>) {
  return { effect: 'write', ...declared } as const
}

/** Declares a call that begins or ends a session. */
export function session<Input extends z.ZodType, Output extends z.ZodType>(declared: Declared<Input, Output>) {
  return { effect: 'session', ...declared } as const
}

/** Declares a call that changes nothing but reads for so long that it goes beside the others, in a snapshot of its own. */
export function aside<Input extends z.ZodType, Output extends z.ZodType>(declared: Declared<Input, Output>) {
  return { effect: 'aside', ...declared } as const
}

/** What a window sends, over IPC or HTTP alike. */
export interface CallEnvelope {
  readonly call: string
  readonly input: unknown
  /** the session token that sign-in gave, or null before it */
  readonly session: string | null
  /** made by the window for every write; null for a read */
  readonly commandId: string | null
  /** whether a person is at the window: what it asks by itself does not keep a desk unlocked that nobody touches */
  readonly attended: boolean
}

/** What comes back. */
export type CallReply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure }
