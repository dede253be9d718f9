import type { ActionDone, Basis, Preview } from '../../shared/contract/action-values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { done, type Outcome } from '../../shared/failure.ts'
import { fieldsOf } from '../billing/actions/action.ts'
import { actions } from '../billing/actions/index.ts'
import { Books } from '../billing/books/books.ts'
import type { ActionName, BillingCommand } from '../billing/books/command.ts'
import { actionOf, actionSentence, perform } from '../billing/books/perform.ts'
import { handedBack, previewAction } from '../billing/books/preview.ts'
import { no } from '../billing/refusals.ts'
import { nextRef } from '../billing/next-ref-store.ts'
import { billingTerms, type BillingTerms } from '../billing/terms.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { SignedIn } from './implementation.ts'
import { staleBasis } from './stale-basis.ts'

/** What the input of every action carries; `ref` where it acts on an invoice. Source: shared/contract/action-values.ts. */
export interface ActionInput {
  readonly date: BusinessDate | null
  readonly note: string
  readonly basis: readonly Basis[]
  readonly ref?: string
}

export interface DeskCaller<Db> extends SignedIn {
  readonly db: Db
}

/** A command that is ready for the rules, with the terms that they decide under. */
export interface PreparedAction {
  readonly command: BillingCommand
  readonly terms: BillingTerms
}

/** What an action would do. */
export async function previewed(
  name: ActionName,
  caller: DeskCaller<ReadDb>,
  input: ActionInput,
): Promise<Outcome<Preview>> {
  const prepared = await preparedAction(name, caller, input)
  if (!prepared.ok) return prepared
  const { command, terms } = prepared.value
  const books = await Books.atDesk(caller.db, caller.now)
  const preview = await previewAction(books, terms, command)
  if (!preview.ok) return preview
  const { tenders, ...shown } = preview.value
  return done({ ...shown, handedBack: handedBack(tenders), sentence: actionSentence(terms, command) })
}

/** Does an action. The same prepared command goes into it as into its preview. */
export async function recorded(
  name: ActionName,
  caller: DeskCaller<WriteDb>,
  input: ActionInput,
): Promise<Outcome<ActionDone>> {
  const prepared = await preparedAction(name, caller, input)
  if (!prepared.ok) return prepared
  const { command, terms } = prepared.value
  const books = await Books.atDesk(caller.db, caller.now)
  const performed = await perform(books, terms, command)
  if (!performed.ok) return performed
  await books.flush(caller.db)
  return done({ entry: performed.value, ref: command.ref, sentence: actionSentence(terms, command) })
}

/** The command of a call, where what its form was built on still holds. */
export async function preparedAction(
  name: ActionName,
  { db, user, school, today, now }: DeskCaller<ReadDb>,
  input: ActionInput,
): Promise<Outcome<PreparedAction>> {
  const asked = input as unknown as Readonly<Record<string, unknown>>
  const said = Object.fromEntries(fieldsOf(actions[name]).map(([key]) => [key, asked[key]]))
  const agreed = actionOf({ action: name }).agrees?.(said)
  if (agreed && !user.permissions.includes(agreed.permission))
    return no('not_permitted', 'agreeingNotPermitted', {}, agreed.field, 'agreeingNotPermittedRemedy')
  const stale = await staleBasis(db, input.basis)
  if (stale) return stale
  const { ref: kind } = actions[name]
  const ref = kind === 'invoice' ? (input.ref ?? '') : await nextRef(db, name, kind.own)
  const header = { date: input.date ?? today, userId: user.id, ref, note: input.note }
  return done({ command: { action: name, ...said, ...header } as BillingCommand, terms: billingTerms(school, now) })
}
