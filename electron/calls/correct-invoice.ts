import type { ActionDone, BalanceChange, Preview } from '../../shared/contract/action-values.ts'
import { done, type Outcome } from '../../shared/failure.ts'
import { Books } from '../billing/books/books.ts'
import { linkCorrection } from '../billing/invoice-store.ts'
import { decide } from '../billing/books/perform.ts'
import { previewAction } from '../billing/books/preview.ts'
import { invoiceDetails } from '../reports/lists/invoices-list.ts'
import { signed } from './implementation.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { ActionInput, deskAction, DeskCaller } from './desk-action.ts'

type Desk<Input extends ActionInput> = ReturnType<typeof deskAction<Input>>
/** An action on an invoice. */
export interface OfInvoice extends ActionInput {
  readonly ref: string
}

/**
 * Correcting an invoice: void and replacement in one step, linked both ways, from the two actions that it consists of.
 * The note is the reason of the void. Refused for the reasons of either.
 */
export function correctionOf<Lines>(
  voidInvoice: Desk<OfInvoice>,
  make: Desk<ActionInput & { readonly customer: string; readonly lines: Lines }>,
) {
  type Correction = OfInvoice & { readonly lines: Lines }
  const replacement = (input: Correction, customer: string) => ({ ...input, basis: [], note: '', customer })
  return {
    preview: async (caller: DeskCaller<ReadDb>, input: Correction): Promise<Outcome<Preview>> => {
      const found = await invoiceDetails(caller.db, input.ref)
      if (!found.ok) return found
      const voiding = await voidInvoice.prepare(caller, input)
      if (!voiding.ok) return voiding
      const making = await make.prepare(caller, replacement(input, found.value.customerNumber))
      if (!making.ok) return making
      // The replacement is previewed in books that have taken the void in; they are never written.
      const { school } = voiding.value
      const books = await Books.open(caller.db, caller.now)
      const undone = await previewAction(books, school, voiding.value.command)
      if (!undone.ok) return undone
      const decided = await decide(books, school, voiding.value.command)
      if (!decided.ok) return decided
      await books.record(decided.value)
      const made = await previewAction(books, school, making.value.command)
      if (!made.ok) return made
      return done({
        sentence: `Invoice ${input.ref} would be voided and replaced by ${making.value.command.ref}.`,
        changes: inOneStep(undone.value.changes, made.value.changes),
        received: null,
        amounts: made.value.amounts,
      })
    },
    record: async (caller: DeskCaller<WriteDb>, input: Correction): Promise<Outcome<ActionDone>> => {
      const found = await invoiceDetails(caller.db, input.ref)
      if (!found.ok) return found
      const voided = await voidInvoice.record(caller, input)
      if (!voided.ok) return voided
      const made = await make.record(caller, replacement(input, found.value.customerNumber))
      if (!made.ok) return made
      await linkCorrection(caller.db, signed(caller.user, caller.now), made.value.ref, input.ref)
      return done({ ...made.value, sentence: `Invoice ${input.ref} is voided and replaced by ${made.value.ref}.` })
    },
  }
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
