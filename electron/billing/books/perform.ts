import { dateText } from '../../../shared/date-text.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { actions } from '../actions/index.ts'
import type { Frozen, FurtherAccess, NamedBy, Shown } from '../actions/action.ts'
import { dayClosed } from '../closed-days-store.ts'
import { no, refusal, type Check } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'
import type { Books } from './books.ts'
import { givenOf, namesItsOwnRef, type BillingCommand } from './command.ts'
import { documentOf, type Facts, type Given, type Recording } from './recording.ts'

/** Any action, where only its shape matters: the command that goes in is the one that its name says. */
export interface AnyAction {
  readonly wide?: true
  readonly ref: NamedBy
  agrees?(said: object): FurtherAccess | undefined
  shows?(recording: Recording, command: BillingCommand): Shown
  find(books: Books, command: BillingCommand): Promise<Outcome<object>>
  look(books: Books, command: BillingCommand & object): Promise<object>
  rule(terms: BillingTerms, command: BillingCommand & object): Outcome<Facts>
  apply(frozen: Frozen, command: BillingCommand & object & { readonly given: Given }, facts: Facts): Recording
  sentence(terms: BillingTerms, command: BillingCommand): string
}

/** The declaration of a command's action. */
export function actionOf({ action }: Pick<BillingCommand, 'action'>): AnyAction {
  return actions[action] as unknown as AnyAction
}

/** What a command does, in one plain sentence. */
export function actionSentence(terms: BillingTerms, command: BillingCommand): string {
  return actionOf(command).sentence(terms, command)
}

/**
 * Carries out a command of billing-rules.md in the books: finds the nouns it names, asks the rule, takes the answer
 * in. Answers the number of the ledger's entry, or why the command is refused; a refusal leaves the books as they were.
 */
export async function perform(books: Books, terms: BillingTerms, command: BillingCommand): Promise<Outcome<number>> {
  const taken = await refTaken(books, command)
  if (taken) return { ok: false, failure: taken }
  const recording = await decide(books, terms, command)
  return recording.ok ? done(await books.record(recording.value)) : recording
}

/** What the rule says to a command, without taking it in: the same for a preview and for posting. */
export async function decide(books: Books, terms: BillingTerms, command: BillingCommand): Promise<Outcome<Recording>> {
  const { date } = command
  if (date > terms.today) {
    const days = { day: dateText(date, terms.locale), today: dateText(terms.today, terms.locale) }
    return no('wrong_date', 'inFuture', days, 'date', 'inFutureRemedy')
  }
  const closed = await books.closedOn(date)
  if (closed) return { ok: false, failure: dayClosed(closed, date, terms.locale) }
  const action = actionOf(command)
  const found = await action.find(books, command)
  if (!found.ok) return found
  const seen = { ...command, ...found.value }
  const facts = action.rule(terms, { ...seen, ...(await action.look(books, seen)) })
  if (!facts.ok) return facts
  return done(recorded(action, terms, command, seen, facts.value))
}

function recorded(
  action: AnyAction,
  { minorDigits, cashStep }: BillingTerms,
  command: BillingCommand,
  seen: BillingCommand & object,
  facts: Facts,
): Recording {
  const given = givenOf(command)
  const recording = action.apply({ minorDigits, cashStep }, { ...seen, given }, facts)
  // The step is kept where it was used, so that the entry can be made again under another one.
  const rounds = recording.entry.postings.some(({ account }) => ['cash', 'cash_rounding'].includes(account.kind))
  const document = documentOf(given, facts, rounds ? cashStep : 0)
  return { ...recording, entry: { ...recording.entry, document } }
}

/** A ref names one thing of its kind. */
async function refTaken(books: Books, command: BillingCommand): Promise<Check> {
  const { ref, action } = command
  if (ref === '') return refusal('invalid_input', 'refNeeded', {}, 'ref', 'refNeededRemedy')
  const named = actionOf(command).ref
  if (named !== 'invoice' && named.never === ref)
    return refusal('invalid_input', 'refAccount', {}, 'ref', 'refTakenRemedy')
  if (!namesItsOwnRef(command) || !(await books.refExists(action, ref))) return undefined
  return refusal('already_exists', 'refTaken', { ref }, 'ref', 'refTakenRemedy')
}
