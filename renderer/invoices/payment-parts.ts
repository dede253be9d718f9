import type { CallInput } from '../../shared/contract/index.ts'
import type { Tender } from '../../shared/contract/values.ts'
import type { MoneyStyle } from '../../shared/money-text.ts'
import { cents } from '../../shared/money.ts'
import { parseTypedAmount, typedAmountText } from '../../shared/typed-numbers.ts'
import { packageLines } from './invoice-reversal.ts'
import type { Invoice } from './invoices-queries.ts'
import { leftFor, type TenderPart } from './payment-plan.ts'

/** One tender of a payment as it is being typed. */
export interface TypedPart {
  readonly key: number
  readonly method: Tender
  readonly typed: string
  readonly reference: string
}

/** What is proposed: package funds for the package lines, a card for the rest. */
export function proposedParts(invoice: Invoice, school: MoneyStyle): readonly TypedPart[] {
  const lines = packageLines(invoice)
  const rest = cents(invoice.due - (packageTenderFits(invoice) ? lines : 0))
  const card: TypedPart = { key: 1, method: 'card', typed: typedAmountText(rest, school), reference: '' }
  if (!packageTenderFits(invoice)) return [card]
  const byPackage: TypedPart = { key: 0, method: 'package', typed: '', reference: '' }
  return rest === 0 ? [byPackage] : [byPackage, card]
}

/**
 * The tenders as they were sent once, each with what it brought in all: for the invoice, and kept on the account. A
 * tender that was to pay all that is due pays what is due now.
 */
export function partsSent(
  sent: CallInput<'payments.take'>['parts'] | undefined,
  { due }: Invoice,
  school: MoneyStyle,
): readonly TypedPart[] | null {
  if (sent === undefined) return null
  const onInvoice = sent.filter((part) => part.for === 'invoice' || !sent.some((other) => isOfOne(part, other)))
  return onInvoice.map((part, key) => {
    const { method, reference } = part
    const kept = part.for === 'invoice' ? sent.find((other) => other.for === 'account' && isOfOne(other, part)) : null
    const amount = cents((part.amount ?? due) + (kept?.amount ?? 0))
    return { key, method, reference, typed: method === 'package' ? '' : typedAmountText(amount, school) }
  })
}

type SentPart = CallInput<'payments.take'>['parts'][number]

/** Whether two parts are of one tender: what pays the invoice, and what of it the account keeps. */
function isOfOne(one: SentPart, other: SentPart): boolean {
  return one.for !== other.for && one.method === other.method && one.reference === other.reference
}

/** A part with what was typed read, and with what is wrong about it. */
export function readPart(part: TypedPart, school: MoneyStyle): TenderPart & { readonly problem: string | null } {
  const { method, reference } = part
  if (method === 'package') return { method, reference, amount: null, problem: null }
  const amount = parseTypedAmount(part.typed, school)
  if (typeof amount === 'object') return { method, reference, amount: null, problem: amount.problem }
  return { method, reference, amount, problem: null }
}

/** One more tender, for what the others leave. */
export function withAnother(parts: readonly TypedPart[], invoice: Invoice, school: MoneyStyle): readonly TypedPart[] {
  const key = Math.max(...parts.map((part) => part.key)) + 1
  return [...parts, { key, method: 'cash', typed: leftText(parts.length, parts, invoice, school), reference: '' }]
}

/** A part paid by another tender. What package funds paid falls to the tender that takes their place. */
export function withMethod(
  parts: readonly TypedPart[],
  place: number,
  method: Tender,
  invoice: Invoice,
  school: MoneyStyle,
): readonly TypedPart[] {
  return parts.map((part, at) => {
    if (at !== place) return part
    const typed = part.method === 'package' ? leftText(place, parts, invoice, school) : part.typed
    return { ...part, method, typed, reference: '' }
  })
}

function leftText(place: number, parts: readonly TypedPart[], invoice: Invoice, school: MoneyStyle): string {
  const read = parts.map((part) => readPart(part, school))
  return typedAmountText(leftFor(place, invoice.due, packageLines(invoice), read), school)
}

/** The package tender pays the package lines once, all of them. */
export function packageTenderFits(invoice: Invoice): boolean {
  const used = invoice.payments.some((payment) => payment.tender === 'package' && !payment.failed)
  return !used && invoice.lines.some((line) => line.packageRef !== null) && packageLines(invoice) <= invoice.due
}
