import type { BalanceChange, Preview } from '../../shared/contract/action-values.ts'
import { done, type Failure, type Outcome } from '../../shared/failure.ts'
import { Books } from '../billing/books/books.ts'
import { decide } from '../billing/books/perform.ts'
import { previewAction } from '../billing/books/preview.ts'
import type { ReadDb } from '../storage/database.ts'
import type { DeskCaller, PreparedAction } from './desk-action.ts'

/** What two actions would change, the second in books that have taken the first in; they are never written. */
export async function previewedTogether(
  caller: DeskCaller<ReadDb>,
  first: PreparedAction,
  second: PreparedAction,
  sentence: string,
  ofSecond: (refused: { readonly ok: false; readonly failure: Failure }) => Outcome<never> = (refused) => refused,
): Promise<Outcome<Preview>> {
  const { terms } = first
  const books = await Books.open(caller.db, caller.now)
  const undone = await previewAction(books, terms, first.command)
  if (!undone.ok) return undone
  const decided = await decide(books, terms, first.command)
  if (!decided.ok) return decided
  await books.record(decided.value)
  const made = await previewAction(books, terms, second.command)
  if (!made.ok) return ofSecond(made)
  const changes = inOneStep(undone.value.changes, made.value.changes)
  return done({ sentence, changes, received: null, amounts: made.value.amounts })
}

/** The balances before the first and after the second of two actions; those that end as they began are left out. */
function inOneStep(first: readonly BalanceChange[], second: readonly BalanceChange[]): BalanceChange[] {
  const changes = new Map(first.map((change) => [`${change.of} ${change.label}`, change]))
  for (const change of second) {
    const key = `${change.of} ${change.label}`
    changes.set(key, { ...change, before: changes.get(key)?.before ?? change.before })
  }
  return [...changes.values()].filter(({ before, after }) => before !== after)
}
