import type { CallArguments } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/words/say.ts'
import type { ActionDone, Preview } from '../../../shared/contract/action-values.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { linkCorrection } from '../../billing/invoice-store.ts'
import { invoiceDetails } from '../../reports/lists/invoices-list.ts'
import { signed } from '../implementation.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { preparedAction, recorded, type ActionInput, type DeskCaller } from '../desk-action.ts'
import { previewedTogether } from '../together.ts'

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
  const sentence = say('sentences.correction_preview', { ref: input.ref, made: making.value.command.ref })
  return previewedTogether(caller, [{ prepared: voiding.value }, { prepared: making.value }], sentence)
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
