import type { BusinessDate } from '../../shared/dates.ts'
import type { CallArguments, CallDefinition, CallName, CallOutput, Contract } from '../../shared/contract/index.ts'
import type { Outcome } from '../../shared/failure.ts'
import type { Signature } from '../billing/records/keep-record-store.ts'
import type { SchoolTerms } from '../billing/school-store.ts'
import type { Moment } from '../people/moment.ts'
import type { BoundCommand } from './command.ts'
import type { Sessions } from '../people/sessions.ts'
import type { Door } from '../people/sign-in.ts'
import type { User } from '../people/users-store.ts'
import type { Database, ReadDb, WriteDb } from '../storage/database.ts'

/** Who calls, when, and at which school: read once for each call. */
export interface SignedIn {
  readonly user: User
  readonly now: Date
  readonly school: SchoolTerms
  /** the school's business date */
  readonly today: BusinessDate
}

/** The same before sign-in, where there may be no school yet. */
export interface Anyone {
  readonly user: User | null
  readonly now: Date
  readonly school: SchoolTerms | null
  readonly today: BusinessDate | null
}

export type Caller<Who extends CallDefinition['access'] = CallDefinition['access']> = Who extends 'anyone'
  ? Anyone
  : SignedIn

/** What is known of a caller without asking the data. */
export interface Remembered {
  /** customers learn nothing of what the rest of the school does */
  readonly isStaff: boolean
}

type CallerFor<Does extends CallDefinition['effect'], Who extends CallDefinition['access']> = Does extends 'heard'
  ? Remembered
  : Caller<Who>

type CallerOf<Name extends CallName> = CallerFor<Contract[Name]['effect'], Contract[Name]['access']>

/** Who signs a record. */
export function signed(user: User | null, now: Date): Signature {
  return { userId: user?.id ?? null, now }
}

/** What signs in and out works with. */
export interface SessionDoor extends Door {
  readonly sessions: Sessions
  readonly at: Moment
  /** the token of the caller's session, or null */
  readonly token: string | null
}

interface ContextParts {
  readonly read: { readonly db: ReadDb }
  readonly write: { readonly db: WriteDb }
  readonly session: SessionDoor
  readonly aside: object
  readonly heard: object
}

/**
 * What stands behind a call: reads get a snapshot, writes the one transaction, session calls the database itself; what
 * reads aside opens its own.
 */
export type Implementation<Name extends CallName> =
  Direct<Name> | (Contract[Name]['effect'] extends 'write' ? Staged<Name> : never)

export type Direct<Name extends CallName> = (
  context: CallerOf<Name> & ContextParts[Contract[Name]['effect']],
  input: CallArguments<Name>,
) => Promise<Outcome<CallOutput<Name>>>

/** What work before the transaction has at hand. */
export interface BeforeTransaction {
  readonly read: Database['read']
  readonly door: SessionDoor
}

/** A write with work before its transaction, which would have others wait: a password's hash, a file, a thread. */
export interface Staged<Name extends CallName> {
  readonly prepare: (
    context: CallerOf<Name> & BeforeTransaction,
    input: CallArguments<Name>,
  ) => Promise<Outcome<Prepared<CallOutput<Name>>>>
}

/**
 * What is left to do once the work before is done: in one transaction, in several, each whole in itself, or in a thread,
 * where it is so much that nobody else in this process would be answered meanwhile.
 */
export type Prepared<Output> = PreparedWhole<Output> | PreparedParts<Output> | PreparedForThread

export interface PreparedForThread {
  /** Does the work of the command once, in a transaction with its answer, which keeps to the contract. */
  inThread(command: BoundCommand): Promise<Outcome<unknown>>
}

export interface PreparedWhole<Output> {
  record(db: WriteDb): Promise<Outcome<Output>>
  /** Once it is committed, and done before the answer; not where the command is answered again. */
  recorded?(answer: Output): void | Promise<void>
  /** Where it could not be committed after all. */
  undone?(): void
}

export interface PreparedParts<Output> {
  readonly parts: readonly ((db: WriteDb) => Promise<Outcome<Output>>)[]
  /** The answer to all of them, those of an earlier attempt that was broken off included. */
  together(answers: readonly Output[]): Output
  /** Told of the answers so far, before each part and after the last. */
  onPart?(answers: readonly Output[]): void
  /** How far it came, in a sentence, where something was done before it stopped. */
  stoppedAfter?(answers: readonly Output[]): string
}

/** The implementations of some calls; of all of them, where nothing is said. */
export type Implementations<Name extends CallName = CallName> = { readonly [Key in Name]: Implementation<Key> }
