import type { CallArguments, CallName, CallOutput } from '../../shared/contract/index.ts'
import type { Outcome } from '../../shared/failure.ts'
import type { ReadDb } from '../storage/database.ts'

/** What stands behind a call that reads for long: it runs in a thread of its own, in one snapshot. */
export type Reading<Name extends CallName> = (
  db: ReadDb,
  input: CallArguments<Name>,
) => Promise<Outcome<CallOutput<Name>>>

/** The readings of some calls. */
export type Readings<Name extends CallName> = { readonly [Key in Name]: Reading<Key> }
