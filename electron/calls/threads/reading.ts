import type { CallArguments, CallName, CallOutput } from '../../../shared/contract/index.ts'
import type { Outcome } from '../../../shared/failure.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'

/** What a reading in a thread works with: a snapshot, and the school in it. */
export interface ReadingContext {
  readonly db: ReadDb
  readonly school: SchoolTerms
  readonly today: BusinessDate
  readonly now: Date
}

/** What stands behind a call that reads for long: it runs in a thread of its own, in one snapshot. */
export type Reading<Name extends CallName> = (
  context: ReadingContext,
  input: CallArguments<Name>,
) => Promise<Outcome<CallOutput<Name>>>

/** The readings of some calls. */
export type Readings<Name extends CallName> = { readonly [Key in Name]: Reading<Key> }
