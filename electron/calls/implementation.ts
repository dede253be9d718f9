import type { CallArguments, CallDefinition, CallName, CallOutput, Contract } from '../../shared/contract/index.ts'
import type { Outcome } from '../../shared/failure.ts'
import type { UnknownNames } from '../people/lock-out.ts'
import type { Sessions } from '../people/sessions.ts'
import type { User } from '../people/users-store.ts'
import type { Database, ReadDb, WriteDb } from '../storage/database.ts'

/** Who calls, and when. */
export interface Caller {
  /** null before sign-in */
  readonly user: User | null
  readonly now: Date
}

export interface SessionContext extends Caller {
  readonly database: Database
  readonly sessions: Sessions
  readonly unknownNames: UnknownNames
  /** the token of the caller's session, or null */
  readonly token: string | null
}

type ContextOf<Effect extends CallDefinition['effect']> = Effect extends 'read'
  ? Caller & { readonly db: ReadDb }
  : Effect extends 'write'
    ? Caller & { readonly db: WriteDb }
    : Effect extends 'session'
      ? SessionContext
      : Caller

/**
 * What stands behind a call: reads get a snapshot, writes the one transaction, session calls the database itself; what
 * reads aside opens its own.
 */
export type Implementation<Name extends CallName> = (
  context: ContextOf<Contract[Name]['effect']>,
  input: CallArguments<Name>,
) => Promise<Outcome<CallOutput<Name>>>

/** The implementations of some calls; of all of them, where nothing is said. */
export type Implementations<Name extends CallName = CallName> = { readonly [Key in Name]: Implementation<Key> }
