import type { CallArguments } from '../../../shared/contract/index.ts'
import type { ActionDone, Preview } from '../../../shared/contract/action-values.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { Cents } from '../../../shared/money.ts'
import { notedReference } from '../../../shared/payment-reference.ts'
import { actionSentence } from '../../billing/books/perform.ts'
import { invoiceDetails } from '../../reports/lists/invoices-list.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { recorded, type DeskCaller } from '../desk-action.ts'
import type { Implementations } from '../implementation.ts'
import { previewedSteps, type Refused, type Step } from '../together.ts'

type Taking = CallArguments<'payments.take'>

/** One payment by several tenders: an entry for each, in one transaction under one command. */
export const takePaymentImplementations: Implementations<'payments.take' | 'payments.take.preview'> = {
  'payments.take': take,
  'payments.take.preview': preview,
}

/** Refused for the reason of any part, whose fields are named as `parts.0.amount`; then nothing is recorded. */
async function take(caller: DeskCaller<WriteDb>, input: Taking): Promise<Outcome<ActionDone & { due: Cents }>> {
  const steps = await stepsOf(caller, input)
  if (!steps.ok) return steps
  const sentences: string[] = []
  let entry = 0
  for (const [place, { name, input: said }] of steps.value.entries()) {
    const paid = await recorded(name, caller, said)
    if (!paid.ok) return ofPart(place, paid)
    sentences.push(paid.value.sentence)
    ;({ entry } = paid.value)
  }
  const invoice = await invoiceDetails(caller.db, input.ref)
  if (!invoice.ok) return invoice
  return done({ entry, ref: input.ref, sentence: sentences.join(' '), due: invoice.value.due })
}

async function preview(caller: DeskCaller<ReadDb>, input: Taking): Promise<Outcome<Preview>> {
  const steps = await stepsOf(caller, input)
  if (!steps.ok) return steps
  return previewedSteps(
    caller,
    steps.value,
    (refused, place) => ofPart(place, refused),
    (prepared) => prepared.map(({ terms, command }) => actionSentence(terms, command)).join(' '),
  )
}

/** A payment or deposit for each part. Only the first is held against what the form was built on: it changes that. */
async function stepsOf(caller: DeskCaller<ReadDb>, input: Taking): Promise<Outcome<Step[]>> {
  const invoice = await invoiceDetails(caller.db, input.ref)
  if (!invoice.ok) return invoice
  const { customerNumber: customer } = invoice.value
  const { date, failed, payer, ref } = input
  return done(
    input.parts.map((part, place) => {
      const { method, amount } = part
      const note = notedReference(method, part.reference, input.note)
      const header = { date, note, basis: place === 0 ? input.basis : [] }
      if (part.for === 'account')
        return { name: 'account_deposit', input: { ...header, customer, amount: amount ?? 0, method, failed } }
      // The package tender has no payer: it pays from the packages on the invoice.
      const by = method === 'package' ? '' : payer
      return { name: 'invoice_payment', input: { ...header, ref, amount, method, failed, payer: by } }
    }),
  )
}

/** Every refusal but that of the common header says of which part it is. */
function ofPart(place: number, { failure }: Refused): Outcome<never> {
  const { field } = failure
  const own = field === 'method' || field === 'amount'
  return { ok: false, failure: own ? { ...failure, field: `parts.${place}.${field}` } : failure }
}
