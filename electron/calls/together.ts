import type { BalanceChange, Preview } from '../../shared/contract/action-values.ts'
import { done, type Failure, type Outcome } from '../../shared/failure.ts'
import { Books } from '../billing/books/books.ts'
import { decide } from '../billing/books/perform.ts'
import { handedBack, previewAction, type TenderMove } from '../billing/books/preview.ts'
import type { ReadDb } from '../storage/database.ts'
import { preparedAction, type ActionInput, type DeskCaller, type PreparedAction } from './desk-action.ts'
import type { ActionName } from '../billing/books/command.ts'

/** Why an action is not done. */
export interface Refused {
  readonly ok: false
  readonly failure: Failure
}

/** An action that is done together with others: what it is refused for may say which of them it is. */
export interface Together {
  readonly prepared: PreparedAction
  readonly ofThis?: (refused: Refused) => Outcome<never>
}

/** One of several actions that are done under one command. */
export interface Step {
  readonly name: ActionName
  readonly input: ActionInput & Readonly<Record<string, unknown>>
}

/** What steps would change, one after the other; `ofThis` says which of them, by its place, a refusal is about. */
export async function previewedSteps(
  caller: DeskCaller<ReadDb>,
  steps: readonly Step[],
  ofThis: (refused: Refused, place: number) => Outcome<never>,
  sentenceOf: (prepared: readonly PreparedAction[]) => string,
): Promise<Outcome<Preview>> {
  const together: Together[] = []
  for (const [place, { name, input }] of steps.entries()) {
    const prepared = await preparedAction(name, caller, input)
    if (!prepared.ok) return ofThis(prepared, place)
    together.push({ prepared: prepared.value, ofThis: (refused) => ofThis(refused, place) })
  }
  return previewedTogether(caller, together, sentenceOf(together.map(({ prepared }) => prepared)))
}

/**
 * What several actions would change, each in books that have taken the ones before in; they are never written.
 * @param further what follows from the amounts of the lines that were made
 */
export async function previewedTogether(
  caller: DeskCaller<ReadDb>,
  actions: readonly Together[],
  sentence: string,
  further?: (amounts: Preview['amounts']) => Promise<Outcome<readonly Together[]>>,
): Promise<Outcome<Preview>> {
  const all = [...actions]
  const books = await Books.open(caller.db, caller.now)
  let changes: BalanceChange[] = []
  let [amounts, rates]: [Preview['amounts'], Preview['rates']] = [[], []]
  const tenders: TenderMove[] = []
  for (const [place, { prepared, ofThis = asItIs }] of all.entries()) {
    const { terms, command } = prepared
    const previewed = await previewAction(books, terms, command)
    if (!previewed.ok) return ofThis(previewed)
    changes = inOneStep(changes, previewed.value.changes)
    // Of an invoice that is paid at once the amounts are the invoice's.
    if (previewed.value.amounts.length > 0) ({ amounts, rates } = previewed.value)
    tenders.push(...previewed.value.tenders)
    if (further && place === actions.length - 1) {
      const follows = await further(amounts)
      if (!follows.ok) return follows
      all.push(...follows.value)
    }
    if (place === all.length - 1) break
    const decided = await decide(books, terms, command)
    if (!decided.ok) return ofThis(decided)
    await books.record(decided.value)
  }
  changes = changes.filter(({ before, after }) => before !== after)
  return done({ sentence, changes, received: null, amounts, rates, handedBack: handedBack(tenders) })
}

function asItIs(refused: Refused): Outcome<never> {
  return refused
}

/** The balances before the first and after the last of several actions. */
function inOneStep(first: readonly BalanceChange[], second: readonly BalanceChange[]): BalanceChange[] {
  const changes = new Map(first.map((change) => [`${change.of} ${change.label}`, change]))
  for (const change of second) {
    const key = `${change.of} ${change.label}`
    changes.set(key, { ...change, before: changes.get(key)?.before ?? change.before })
  }
  return [...changes.values()]
}
