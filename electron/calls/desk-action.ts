import type { ActionDone, Basis, Preview } from '../../shared/contract/action-values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { done, type Outcome } from '../../shared/failure.ts'
import { Books } from '../billing/books/books.ts'
import type { BillingAction, BillingCommand } from '../billing/books/command.ts'
import { nextRef, type MakingAction } from '../billing/next-ref-store.ts'
import { perform } from '../billing/books/perform.ts'
import { previewAction } from '../billing/books/preview.ts'
import type { SchoolTerms } from '../billing/school-store.ts'
import { actionSentence } from '../billing/sentence.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { SignedIn } from './implementation.ts'
import { staleBasis } from './stale-basis.ts'

/** What the input of every action carries. Source: shared/contract/action-values.ts. */
export interface ActionInput {
  readonly date: BusinessDate | null
  readonly note: string
  readonly basis: readonly Basis[]
}

/** How the input of a call becomes a command. */
export interface DeskAction<Input extends ActionInput> {
  command(input: Input): BillingAction
  /** the invoice acted on; null where the action makes something with a reference of its own */
  ref(input: Input): string | null
}

export interface DeskCaller<Db> extends SignedIn {
  readonly db: Db
}

/** The two calls of an action: what it would do, and doing it. The same prepared command goes into both. */
export function deskAction<Input extends ActionInput>(action: DeskAction<Input>) {
  return {
    prepare: (caller: DeskCaller<ReadDb>, input: Input) => prepare(action, caller, input),
    preview: async (caller: DeskCaller<ReadDb>, input: Input): Promise<Outcome<Preview>> => {
      const prepared = await prepare(action, caller, input)
      if (!prepared.ok) return prepared
      const { command, school } = prepared.value
      const books = await Books.open(caller.db, caller.now)
      const preview = await previewAction(books, school, command)
      return preview.ok ? done({ ...preview.value, sentence: actionSentence(school, command) }) : preview
    },
    record: async (caller: DeskCaller<WriteDb>, input: Input): Promise<Outcome<ActionDone>> => {
      const prepared = await prepare(action, caller, input)
      if (!prepared.ok) return prepared
      const { command, school } = prepared.value
      const books = await Books.open(caller.db, caller.now)
      const performed = await perform(books, school, command)
      if (!performed.ok) return performed
      await books.flush(caller.db)
      return done({ entry: performed.value, ref: command.ref, sentence: actionSentence(school, command) })
    },
  }
}

/** The command of a call, where what its form was built on still holds. */
async function prepare<Input extends ActionInput>(
  action: DeskAction<Input>,
  { db, user, school, today }: DeskCaller<ReadDb>,
  input: Input,
): Promise<Outcome<{ command: BillingCommand; school: SchoolTerms }>> {
  const stale = await staleBasis(db, input.basis)
  if (stale) return stale
  const asked = action.command(input)
  const ref = action.ref(input) ?? (await nextRef(db, asked.action as MakingAction))
  const date = input.date ?? today
  return done({ command: { ...asked, date, userId: user.id, ref, note: input.note }, school })
}
