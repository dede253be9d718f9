import type { z } from 'zod'
import type { Failure } from '../failure.ts'
import type { Permission } from '../permissions.ts'

/**
 * Who may call: `anyone` (before sign-in), `signed_in` (any user), the holders of a permission, or of all of several.
 * There is no default: a call without a declared access does not compile.
 */
export type Access = 'anyone' | 'signed_in' | Permission | readonly Permission[]

/**
 * What a call does, one thing each:
 * `read` changes nothing; `write` changes something, once for each command id; `aside` reads for so long that it goes
 * beside the others, in a snapshot of its own; `session` signs somebody in or out; `heard` answers what this process was told, without asking
 * the data.
 */
export type Effect = 'read' | 'write' | 'aside' | 'session' | 'heard'

/** One call of the contract: what goes in, what comes out, who may. */
export interface CallDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly effect: Effect
  readonly access: Access
  readonly input: Input
  readonly output: Output
  /** why a call that leaves something behind carries no command id: it may be sent again, or must not be */
  readonly unbound?: string
  /** paths of what must not be kept with the command, not even as a hash: passwords */
  readonly secret?: readonly string[]
}

type Declared<Input extends z.ZodType, Output extends z.ZodType> = Pick<
  CallDefinition<Input, Output>,
  'input' | 'output'
>

/** Declares a call that changes nothing. */
export function read<Input extends z.ZodType, Output extends z.ZodType, const Who extends Access>(
  declared: Declared<Input, Output> & { readonly access: Who },
) {
  return { effect: 'read', ...declared } as const
}

/**
 * Declares a call that changes something. It carries a command id, which is bound to the user who sent it and to its
 * content: the same again happens once and gives the first answer.
 */
export function write<Input extends z.ZodType, Output extends z.ZodType, const Who extends Access>(
  declared: Declared<Input, Output> & { readonly access: Who; readonly secret?: readonly string[] },
) {
  return { effect: 'write', ...declared } as const
}

/** Declares a call that begins or ends a session: it answers tokens, which are never kept. */
export function session<Input extends z.ZodType, Output extends z.ZodType, const Who extends Access>(
  declared: Declared<Input, Output> & { readonly access: Who; readonly unbound: string },
) {
  return { effect: 'session', ...declared } as const
}

/** Declares a call that reads for so long that it goes beside the others, in a snapshot of its own. */
export function aside<Input extends z.ZodType, Output extends z.ZodType, const Who extends Access>(
  declared: Declared<Input, Output> & { readonly access: Who; readonly unbound?: string },
) {
  return { effect: 'aside', ...declared } as const
}

/** Declares a call that is answered from memory: cheap enough to be asked several times a second. */
export function heard<Input extends z.ZodType, Output extends z.ZodType>(declared: Declared<Input, Output>) {
  return { effect: 'heard', access: 'signed_in', ...declared } as const
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
  /** the number of what the server refused of this desk's outbox, where the action does that again */
  readonly again?: number | undefined
}

/** What comes back. */
export type CallReply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure }
