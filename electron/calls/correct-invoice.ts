import type { CallArguments } from '../../shared/contract/index.ts'
import { say } from '../../shared/words/say.ts'
import type { ActionDone, BalanceChange, Preview } from '../../shared/contract/action-values.ts'
import { done, type Outcome } from '../../shared/failure.ts'
import { Books } from '../billing/books/books.ts'
import { linkCorrection } from '../billing/invoice-store.ts'
import { decide } from '../billing/books/perform.ts'
import { previewAction } from '../billing/books/preview.ts'
import { invoiceDetails } from '../reports/lists/invoices-list.ts'
import { signed } from './implementation.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { preparedAction, recorded, type ActionInput, type DeskCaller } from './desk-action.ts'

/** What correcting asks for: the invoice, the reason in the note, and the lines as they should be. */
interface Correction extends ActionInput {
  readonly ref: string
  readonly lines: CallArguments<'invoices.correct'>['lines']
}

/** Void and replacement in one step: what it would do. Refused for the reasons of either. */
export async function correctionPreview(caller: DeskCaller<ReadDb>, input: Correction): Promise<Outcome<Preview>> {
  const found = await invoiceDetails(caller.db, input.ref)
  if (!found.ok) return found
  const voiding = await preparedAction('invoice_void', caller, input)
  if (!voiding.ok) return voiding
  const making = await preparedAction('invoice', caller, replacement(input, found.value.customerNumber))
  if (!making.ok) return making
  // The replacement is previewed in books that have taken the void in; they are never written.
  const { terms } = voiding.value
  const books = await Books.open(caller.db, caller.now)
  const undone = await previewAction(books, terms, voiding.value.command)
  if (!undone.ok) return undone
  const decided = await decide(books, terms, voiding.value.command)
  if (!decided.ok) return decided
  await books.record(decided.value)
  const made = await previewAction(books, terms, making.value.command)
  if (!made.ok) return made
  return done({
    sentence: say('sentences.correction_preview', { ref: input.ref, made: making.value.command.ref }),
    changes: inOneStep(undone.value.changes, made.value.changes),
    received: null,
    amounts: made.value.amounts,
  })
}

/** Voids an invoice and makes its replacement, linked both ways; the note is the reason of the void. */
export async function correctInvoice(caller: DeskCaller<WriteDb>, input: Correction): Promise<Outcome<ActionDone>> {
  const found = await invoiceDetails(caller.db, input.ref)
  if (!found.ok) return found
  const voided = await recorded('invoice_void', caller, input)
  if (!voided.ok) return voided
  const made = await recorded('invoice', caller, replacement(input, found.value.customerNumber))
  if (!made.ok) return made
  await linkCorrection(caller.db, signed(caller.user, caller.now), made.value.ref, input.ref)
  const sentence = say('sentences.correction', { ref: input.ref, made: made.value.ref })
  return done({ ...made.value, sentence })
}

function replacement(input: Correction, customer: string) {
  return { ...input, basis: [], note: '', customer }
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
