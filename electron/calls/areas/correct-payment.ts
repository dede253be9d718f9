import type { CallArguments } from '../../../shared/contract/index.ts'
import type { ActionDone, Preview } from '../../../shared/contract/action-values.ts'
import type { PaymentFor, StandingPayment } from '../../../shared/contract/payments.ts'
import { done, type Failure, type Outcome } from '../../../shared/failure.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import type { ActionName } from '../../billing/books/command.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { preparedAction, recorded, type ActionInput, type DeskCaller } from '../desk-action.ts'
import type { Implementations } from '../implementation.ts'
import { previewedTogether } from '../together.ts'

type Correction = CallArguments<'payments.correct'>

interface Step {
  readonly name: ActionName
  readonly input: ActionInput
}

/** A payment put right in one step: its reversal and the payment as it should have been, under one command. */
export const correctPaymentImplementations: Implementations<'payments.correct' | 'payments.correct.preview'> = {
  'payments.correct': (caller, input) => correct(caller, input),
  'payments.correct.preview': (caller, input) => preview(caller, input),
}

/** What it would do. Refused for the reasons of either; those of the new payment name its fields as `instead.`. */
async function preview(caller: DeskCaller<ReadDb>, input: Correction): Promise<Outcome<Preview>> {
  const made = await madeRef(caller, input)
  if (!made.ok) return ofNew(made)
  const undoing = reversalOf(input, made.value)
  const reversal = await preparedAction(undoing.name, caller, undoing.input)
  if (!reversal.ok) return reversal
  const paying = paymentOf(caller.school, input)
  const payment = await preparedAction(paying.name, caller, paying.input)
  if (!payment.ok) return ofNew(payment)
  const steps = [{ prepared: reversal.value }, { prepared: payment.value, ofThis: ofNew }]
  return previewedTogether(caller, steps, sentence(caller.school, input, made.value))
}

async function correct(caller: DeskCaller<WriteDb>, input: Correction): Promise<Outcome<ActionDone>> {
  const made = await madeRef(caller, input)
  if (!made.ok) return ofNew(made)
  const undoing = reversalOf(input, made.value)
  const reversed = await recorded(undoing.name, caller, undoing.input)
  if (!reversed.ok) return reversed
  const paying = paymentOf(caller.school, input)
  const paid = await recorded(paying.name, caller, paying.input)
  if (!paid.ok) return ofNew(paid)
  return done({ ...paid.value, sentence: sentence(caller.school, input, made.value) })
}

/** What the new payment will be called: known before, so that the reversal can name it. */
async function madeRef(caller: DeskCaller<ReadDb>, input: Correction): Promise<Outcome<string>> {
  const paying = paymentOf(caller.school, input)
  const prepared = await preparedAction(paying.name, caller, paying.input)
  if (!prepared.ok) return prepared
  return done(input.instead.for.of === 'invoice' ? input.instead.for.invoice : prepared.value.command.ref)
}

function reversalOf({ payment, date, note, basis }: Correction, made: string): Step {
  // No reason stays none: the rules ask for it.
  const because = note.trim() === '' ? '' : say('reversals.reversedFor', { reason: note, made })
  const header = { date, note: because, basis }
  switch (payment.of) {
    case 'package':
      return step('payment_reversal', { ...header, customer: '', package: payment.package, to: payment.payment })
    case 'account':
      return step('payment_reversal', { ...header, customer: payment.customer, package: '', to: payment.payment })
    case 'invoice':
      return step('invoice_payment_reversal', {
        ...header,
        ref: payment.invoice,
        amount: payment.amount,
        method: payment.method,
      })
  }
}

function paymentOf(school: SchoolTerms, { payment, instead }: Correction): Step {
  const { amount, method, date, payer } = instead
  const note = say('reversals.insteadOf', { payment: named(school, payment) })
  const paid = { date, note, basis: [], amount, method, failed: false, payer }
  return paidFor(instead.for, paid)
}

function paidFor(what: PaymentFor, paid: ActionInput & { readonly payer: string }): Step {
  switch (what.of) {
    case 'package':
      return step('package_payment', { ...paid, package: what.package })
    case 'account':
      return step('account_deposit', { ...paid, customer: what.customer })
    case 'invoice':
      return step('invoice_payment', { ...paid, ref: what.invoice })
  }
}

function step(name: ActionName, input: ActionInput & Readonly<Record<string, unknown>>): Step {
  return { name, input }
}

/** A payment by its reference; one of an invoice has none of its own. */
function named(school: SchoolTerms, payment: StandingPayment): string {
  if (payment.of !== 'invoice') return payment.payment
  const { invoice, amount, method } = payment
  return say('reversals.ofInvoice', { ref: invoice, amount: moneyText(amount, school), method })
}

function sentence(school: SchoolTerms, { payment, instead }: Correction, made: string): string {
  const { amount, method } = instead
  return say('reversals.corrected', {
    payment: named(school, payment),
    amount: moneyText(amount, school),
    method,
    made,
  })
}

function ofNew({ failure }: { readonly failure: Failure }): Outcome<never> {
  const { field } = failure
  return { ok: false, failure: field === undefined ? failure : { ...failure, field: `instead.${field}` } }
}
