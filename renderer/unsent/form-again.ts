import type { CallInput } from '../../shared/contract/index.ts'
import type { SentLater, UnsentAction } from '../../shared/contract/outbox.ts'
import type { PaymentFor } from '../../shared/contract/payments.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { say } from '../../shared/words/say.ts'
import type { InvoiceAction, InvoiceFilled } from '../invoices/invoice-view.ts'
import type { Filled, PackageActionKind, PaymentView } from '../packages/actions/action-view.ts'
import type { Place } from '../ui/places.ts'

type Sent = NonNullable<UnsentAction['sent']>
/** What was sent, each call with the input that its form made. */
type Said = { [Call in SentLater]: { readonly call: Call; readonly input: CallInput<Call> } }[SentLater]

/** Of whom an action is, and how its form begins: which it does again, on which day, and with which note. */
interface Begun {
  readonly customer: string
  readonly sent: Sent
  readonly filled: Pick<InvoiceFilled, 'again' | 'date' | 'note'>
}

/**
 * The form of a refused action, filled in with what was typed; null where it has none that could be.
 * @param today as long as it is the day on which it was recorded, the form says no day
 */
export function formAgain({ number, customer, sent }: UnsentAction, today: BusinessDate): Place | null {
  if (sent === null) return null
  const said = sent as unknown as Said
  const recorded = sent.day === today ? null : sent.day
  const note = [said.input.note.trim(), say('not_sent.again_note', { number })]
    .filter((part) => part !== '')
    .join(' · ')
  const filled = { again: number, date: (said.input.date ?? recorded) as BusinessDate | null, note }
  return placeOf(said, { customer: customer?.number ?? '', sent, filled })
}

function placeOf(said: Said, begun: Begun): Place | null {
  const { customer, filled } = begun
  switch (said.call) {
    case 'packages.pay':
    case 'packages.refund': {
      const { package: ref, amount, method, payer = '' } = said.input
      const failed = 'failed' in said.input && said.input.failed
      const kind = said.call === 'packages.pay' ? 'pay' : 'refund'
      return onPackage(kind, ref, begun, { amount: cents(amount), method, payer, failed })
    }
    case 'accounts.deposit':
    case 'accounts.withdraw': {
      const { amount, method, failed } = said.input
      const kind = said.call === 'accounts.deposit' ? 'deposit' : 'withdraw'
      const typed = { ...filled, amount: cents(amount), method, failed }
      return { of: 'action', view: { kind, customer: said.input.customer, filled: typed } }
    }
    case 'packages.add': {
      const { package: offer, price, end } = said.input
      const agreed = { offer, ...(typeof price === 'number' ? { price: cents(price) } : {}), ...endOf(end) }
      return { of: 'action', view: { kind: 'add', customer: said.input.customer, filled: { ...filled, ...agreed } } }
    }
    case 'invoices.make': {
      const { lines } = said.input
      return { of: 'invoice', view: { kind: 'new', customer: said.input.customer, filled: { ...filled, lines } } }
    }
    case 'payments.reverse':
    case 'payments.correct':
    case 'invoices.reversePayment':
      return ofPayment(said, begun, customer)
    case 'invoices.correct':
    case 'invoices.delete':
    case 'invoices.pay':
    case 'invoices.refund':
    case 'invoices.void':
    case 'payments.take':
      return onInvoice(said, filled)
    case 'packages.addMember':
    case 'packages.adjust':
    case 'packages.changeEnd':
    case 'packages.lapse':
    case 'packages.remove':
    case 'packages.removeMember':
    case 'packages.return':
    case 'packages.transferFunds':
    case 'packages.transferHours':
      return ofLife(said, begun)
  }
}

type SaidOf<Call extends SentLater> = Extract<Said, { readonly call: Call }>

function onPackage(kind: PackageActionKind, ref: string, { customer, filled }: Begun, more: Filled = {}): Place {
  return { of: 'action', view: { kind, customer, ref, filled: { ...filled, ...more } } }
}

/** What becomes of a package, beside its money. */
function ofLife(
  said: SaidOf<Exclude<Extract<SentLater, `packages.${string}`>, 'packages.pay' | 'packages.refund' | 'packages.add'>>,
  begun: Begun,
): Place {
  const { package: ref } = said.input
  switch (said.call) {
    case 'packages.addMember':
    case 'packages.removeMember': {
      const back = said.call === 'packages.removeMember'
      return onPackage('members', ref, begun, { member: said.input.customer, back })
    }
    case 'packages.adjust': {
      const { code, quantity } = said.input
      return onPackage('adjust', ref, begun, { code, quantity: hundredths(Math.abs(quantity)), back: quantity < 0 })
    }
    case 'packages.changeEnd':
      return onPackage('changeEnd', ref, begun, { end: (said.input.end ?? null) as BusinessDate | null })
    case 'packages.lapse':
      return onPackage('lapse', ref, begun)
    case 'packages.remove':
      return onPackage('remove', ref, begun)
    case 'packages.return':
      return onPackage('returnTo', ref, begun)
    case 'packages.transferFunds':
      return onPackage('transferFunds', ref, begun, { amount: cents(said.input.amount), to: said.input.to })
    case 'packages.transferHours': {
      const { code, quantity, to } = said.input
      return onPackage('transferHours', ref, begun, { code, to, quantity: hundredths(quantity) })
    }
  }
}

function onInvoice(
  said: SaidOf<
    'invoices.correct' | 'invoices.delete' | 'invoices.pay' | 'invoices.refund' | 'invoices.void' | 'payments.take'
  >,
  filled: Begun['filled'],
): Place {
  const { ref } = said.input
  const place = (kind: InvoiceAction, more: Partial<InvoiceFilled> = {}): Place => {
    return { of: 'invoice', view: { kind, ref, filled: { ...filled, ...more } } }
  }
  switch (said.call) {
    case 'invoices.correct':
      return place('correct', { lines: said.input.lines, money: said.input.money })
    case 'invoices.delete':
      return place('delete')
    case 'invoices.void':
      return place('void')
    case 'invoices.refund':
      return place('refund', { part: said.input.part })
    case 'invoices.pay': {
      const { method, amount = null, failed, payer } = said.input
      return place('pay', { paid: { parts: [{ for: 'invoice', method, amount, reference: '' }], failed, payer } })
    }
    case 'payments.take': {
      const { parts, failed, payer } = said.input
      return place('pay', { paid: { parts, failed, payer } })
    }
  }
}

/** What takes a payment back, or puts it right: its form is about the payment as the school has it. */
function ofPayment(
  said: SaidOf<'payments.reverse' | 'payments.correct' | 'invoices.reversePayment'>,
  { sent, filled }: Begun,
  customer: string,
): Place | null {
  const standing = standingOf(said)
  const paid = sent.payment ?? onInvoicePaid(standing, sent.day)
  if (standing === null || paid === null) return null
  const payment: PaymentView = { customer, payment: standing, ...paid }
  if (said.call !== 'payments.correct') return { of: 'action', view: { kind: 'reversePayment', payment, filled } }
  const { instead } = said.input
  const whose = instead.for.of === 'account' ? instead.for.customer : customer
  const { amount, method, payer = '', date } = instead
  const asTyped = { customer: whose, for: instead.for, amount: cents(amount), method, payer }
  const view = {
    kind: 'correctPayment',
    payment,
    filled: { ...filled, instead: { ...asTyped, date: date as BusinessDate | null } },
  } as const
  return { of: 'action', view }
}

function standingOf(said: SaidOf<'payments.reverse' | 'payments.correct' | 'invoices.reversePayment'>) {
  switch (said.call) {
    case 'payments.correct': {
      const { payment } = said.input
      return payment.of === 'invoice' ? { ...payment, amount: cents(payment.amount) } : payment
    }
    case 'payments.reverse': {
      const { package: ref = '', customer = '', to } = said.input
      return ref === ''
        ? ({ of: 'account', customer, payment: to } as const)
        : ({ of: 'package', package: ref, payment: to } as const)
    }
    case 'invoices.reversePayment': {
      const { ref, amount, method } = said.input
      // Where no amount was said, nobody has typed one.
      return typeof amount === 'number'
        ? ({ of: 'invoice', invoice: ref, amount: cents(amount), method } as const)
        : null
    }
  }
}

/** An invoice's payment is known by tender and amount; the day is that of the action on it. */
function onInvoicePaid(standing: PaymentView['payment'] | null, date: BusinessDate) {
  return standing?.of === 'invoice' ? { amount: standing.amount, method: standing.method, date, payer: '' } : null
}

function endOf(end: string | null | undefined): Pick<Filled, 'end'> {
  return end === null || end === undefined ? {} : { end: end as BusinessDate }
}

/** Where the action that was done again is seen, which the server calls so. */
export function placeOfRepeated({ sent, customer }: UnsentAction, ref: string): Place | null {
  const said = sent as unknown as Said | null
  const on = said && whatItActsOn(said, ref)
  if (on?.of === 'package') return { of: 'package', ref: on.package }
  if (on?.of === 'invoice') return { of: 'invoice', view: { kind: 'invoice', ref: on.invoice } }
  return customer && { of: 'customer', number: customer.number }
}

function whatItActsOn({ call, input }: Said, made: string): PaymentFor | null {
  if (call === 'packages.add') return { of: 'package', package: made }
  if (call === 'invoices.make' || call === 'invoices.correct') return { of: 'invoice', invoice: made }
  if ('ref' in input) return { of: 'invoice', invoice: input.ref }
  if (call === 'payments.correct') return input.instead.for
  return 'package' in input && input.package ? { of: 'package', package: input.package } : null
}
