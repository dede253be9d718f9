import type { CallArguments } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/words/say.ts'
import type { ActionDone, Preview } from '../../../shared/contract/action-values.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents, sumCents, type Cents } from '../../../shared/money.ts'
import { linkCorrection } from '../../billing/invoice-store.ts'
import { invoiceDetails } from '../../reports/lists/invoices-list.ts'
import { contract } from '../contract.ts'
import { signed } from '../implementation.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { preparedAction, recorded, type ActionInput, type DeskCaller } from '../desk-action.ts'
import { accessRefusal } from '../permission.ts'
import { previewedTogether, type Together } from '../together.ts'

/** What correcting asks for: the invoice, the reason in the note, the lines as they should be, what becomes of the money. */
interface Correction extends ActionInput {
  readonly ref: string
  readonly lines: CallArguments<'invoices.correct'>['lines']
  readonly money?: CallArguments<'invoices.correct'>['money']
}

/** Void, replacement and what stays paid on it in one step: what it would do. Refused for the reasons of any. */
export async function correctionPreview(caller: DeskCaller<ReadDb>, input: Correction): Promise<Outcome<Preview>> {
  const found = await invoiceDetails(caller.db, input.ref)
  if (!found.ok) return found
  const voiding = await preparedAction('invoice_void', caller, input)
  if (!voiding.ok) return voiding
  const making = await preparedAction('invoice', caller, replacement(input, found.value.customerNumber))
  if (!making.ok) return making
  const { ref: made } = making.value.command
  const sentence = say('corrections.preview', { ref: input.ref, made })
  const replaced = [{ prepared: voiding.value }, { prepared: making.value }]
  return previewedTogether(caller, replaced, sentence, async (amounts) => {
    if (input.money !== 'stays') return done([])
    const refusal = mayNotPay(caller)
    if (refusal) return refusal
    const paying: Together[] = []
    for (const part of stayingOn(found.value, input.lines, amounts)) {
      const prepared = await preparedAction('invoice_payment', caller, payment(input, made, part))
      if (!prepared.ok) return prepared
      paying.push({ prepared: prepared.value })
    }
    return done(paying)
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
  const sentence = say('corrections.done', { ref: input.ref, made: made.value.ref })
  if (input.money !== 'stays') return done({ ...made.value, sentence })
  const refusal = mayNotPay(caller)
  if (refusal) return refusal
  const replaced = await invoiceDetails(caller.db, made.value.ref)
  if (!replaced.ok) return replaced
  let { entry } = made.value
  const amounts = replaced.value.lines.map(({ amount }) => amount)
  for (const part of stayingOn(found.value, input.lines, amounts)) {
    const paid = await recorded('invoice_payment', caller, payment(input, made.value.ref, part))
    if (!paid.ok) return paid
    ;({ entry } = paid.value)
  }
  return done({ ...made.value, entry, sentence })
}

/** Each step takes the permission that it takes by itself. */
function mayNotPay({ user }: DeskCaller<ReadDb>): Outcome<never> | undefined {
  const failure = accessRefusal(contract['invoices.pay'].access, user)
  return failure && { ok: false, failure }
}

function replacement(input: Correction, customer: string) {
  return { ...input, basis: [], note: '', customer }
}

type Found = Extract<Awaited<ReturnType<typeof invoiceDetails>>, { ok: true }>['value']

/** A payment of the invoice that stays for its replacement, up to what is due there. */
interface Staying {
  readonly tender: string
  /** null: the package lines */
  readonly amount: Cents | null
  readonly payer: string
}

/**
 * What was paid by each tender, paid again on the replacement: from the packages first, since they pay their lines whole
 * or not at all, then each payment in its order up to what is due.
 * @param amounts what each line of the replacement comes to
 */
function stayingOn({ payments }: Found, lines: Correction['lines'], amounts: readonly Cents[]): Staying[] {
  const standing = payments.filter(({ failed, reversed }) => !failed && !reversed)
  const ofPackages = sumCents(amounts.filter((_, place) => lines[place]?.package))
  const fromPackages = ofPackages > 0 && standing.some(({ tender }) => tender === 'package')
  const staying: Staying[] = fromPackages ? [{ tender: 'package', amount: null, payer: '' }] : []
  let due = sumCents(amounts) - (fromPackages ? ofPackages : 0)
  for (const { tender, amount, refunded, payer } of standing) {
    const stays = cents(Math.min(amount - refunded, due))
    if (tender === 'package' || stays <= 0) continue
    staying.push({ tender, amount: stays, payer: payer?.number ?? '' })
    due -= stays
  }
  return staying
}

function payment({ date, note }: Correction, ref: string, { tender, ...part }: Staying) {
  return { date, note, basis: [], ref, method: tender, failed: false, ...part }
}
