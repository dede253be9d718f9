import type { Posting } from '../../ledger/account.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import { hundredths, quantityText, type Hundredths } from '../../../shared/quantity.ts'
import { sales } from '../account-names.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { proportion, type Holding } from '../draw.ts'
import { hasMoved, packagesOn, standing, type Invoice, type InvoiceLine } from '../invoice.ts'
import { moneyBack, splitBack } from '../money-back.ts'
import { lineMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { firstRefusal, notRemoved } from '../refusals.ts'

/** Which part: a line is named by the customer package it is drawn from (null: the standard rate) and its code. */
export interface RefundedPart {
  readonly from: CustomerPackage | null
  readonly code: string
  /** null: all that is left of the line */
  readonly quantity: Hundredths | null
}

export interface RefundInvoice extends ActionHeader {
  readonly invoice: Invoice
  readonly packs: ReadonlyMap<number, CustomerPackage>
  /** null: all that is left of the invoice */
  readonly part: RefundedPart | null
}

/** A line with what of it goes back. */
interface Back {
  readonly line: InvoiceLine
  readonly back: Holding
}

/**
 * Refunds a paid invoice, in whole or a quantity of one line: quantities go back to their package lines, money to
 * where it came from. Refused: wrong_state, not_found, invalid_input, more_than_left, removed.
 */
export function refundInvoice(command: RefundInvoice): Outcome<Recording> {
  const { invoice } = command
  if (!hasMoved(invoice)) {
    return refused(
      'wrong_state',
      `${invoice.ref} is ${invoice.status.replace('_', ' ')}; only a paid invoice can be refunded.`,
      {
        remedy: 'Void or delete an invoice that is not paid.',
        field: 'ref',
      },
    )
  }
  const back = command.part ? partOf(invoice, command.part) : done(everythingStanding(invoice))
  if (!back.ok) return back
  const touched = packagesOn(back.value.map(({ line }) => line)).flatMap((id) => command.packs.get(id) ?? [])
  const removed = firstRefusal(...touched.map(notRemoved))
  if (removed) return { ok: false, failure: removed }
  return done(refund(command, back.value))
}

function partOf(invoice: Invoice, part: RefundedPart): Outcome<Back[]> {
  if (part.quantity !== null && part.quantity <= 0) {
    return refused('invalid_input', 'The quantity must be more than 0.', { field: 'quantity' })
  }
  const named = part.from ? `${part.code} from ${part.from.ref}` : `${part.code} at the standard rate`
  const lines = invoice.lines.filter(
    (line) => line.code === part.code && (line.from?.customerPackageId ?? null) === (part.from?.id ?? null),
  )
  if (lines.length === 0) return refused('not_found', `${invoice.ref} has no line with ${named}.`, { field: 'code' })
  const wanted = part.quantity ?? hundredths(1)
  const line = lines.find((candidate) => standing(candidate).quantity >= wanted)
  if (!line) {
    const most = hundredths(Math.max(...lines.map((candidate) => standing(candidate).quantity)))
    return refused('more_than_left', `Only ${quantityText(most)} of ${named} is left to refund on ${invoice.ref}.`, {
      field: 'quantity',
    })
  }
  return done([{ line, back: partOfLine(line, part.quantity) }])
}

/** Line amount x quantity / line quantity; the refund that takes the last of the line takes what is left of its amount. */
function partOfLine(line: InvoiceLine, quantity: Hundredths | null): Holding {
  const left = standing(line)
  if (quantity === null || quantity === left.quantity) return left
  const dollars = Math.min(proportion(line.drawn.dollars, quantity, line.drawn.quantity), left.dollars)
  return { quantity, dollars: cents(dollars) }
}

function everythingStanding(invoice: Invoice): Back[] {
  return invoice.lines.map((line) => ({ line, back: standing(line) })).filter(({ back }) => back.quantity > 0)
}

function refund(command: RefundInvoice, backs: readonly Back[]): Recording {
  const { invoice } = command
  const { toPackages, others } = splitBack(
    invoice,
    backs.map(({ line, back }) => ({ line, dollars: back.dollars })),
  )
  const money = moneyBack(invoice, toPackages, others)
  const lines = invoice.lines.map((line) => afterRefund(line, backs))
  const nothingStands = lines.every((line) => standing(line).quantity === 0)
  return {
    invoice: { ...invoice, lines, payments: money.payments, status: nothingStands ? 'refunded' : 'partially_refunded' },
    entry: entryOf('invoice_refund', command, {
      postings: [...linesBack(backs), ...money.postings],
      history: packagesOn(backs.map(({ line }) => line)).map((id) => ({
        subject: id,
        action: 'invoice_refund',
        amount: dollarsBackTo(id, backs),
      })),
    }),
  }
}

function afterRefund(line: InvoiceLine, backs: readonly Back[]): InvoiceLine {
  const found = backs.find((back) => back.line.line === line.line)
  if (!found) return line
  return {
    ...line,
    refunded: {
      quantity: hundredths(line.refunded.quantity + found.back.quantity),
      dollars: cents(line.refunded.dollars + found.back.dollars),
    },
  }
}

/** Used quantities become available again, and the sales are taken back. */
export function linesBack(backs: readonly Back[]): Posting[] {
  return backs.flatMap(({ line, back }) => {
    const sale = { account: sales(line.catalogueId), quantity: 0, amount: back.dollars }
    const moved = line.from
      ? lineMovement(
          line.from.customerPackageId,
          { line: line.from.packageLine, code: line.code },
          'line_used',
          'line_available',
          back,
        )
      : []
    return back.dollars === 0 ? moved : [sale, ...moved]
  })
}

export function dollarsBackTo(customerPackageId: number, backs: readonly Back[]): number {
  return sumCents(
    backs.filter(({ line }) => line.from?.customerPackageId === customerPackageId).map(({ back }) => back.dollars),
  )
}
