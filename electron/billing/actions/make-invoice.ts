import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import { hundredths, quantityText, type Hundredths } from '../../../shared/quantity.ts'
import { lineByCode, type CustomerPackage, type PackageLine } from '../customer-package.ts'
import { drawDollars, EMPTY_HOLDING, lineDollars, type Holding, type LineTerms } from '../draw.ts'
import { packagesOn, type Invoice, type InvoiceLine } from '../invoice.ts'
import { lineMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { atLine, firstRefusal, notRemoved } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'

/** A line as it is asked for: from a customer package at its frozen rate, or at the catalogue's standard rate. */
export interface InvoiceRequestLine {
  readonly from: CustomerPackage | null
  readonly catalogue: LineTerms & { readonly id: number; readonly code: string }
  readonly quantity: Hundredths
}

export interface MakeInvoice extends ActionHeader {
  readonly newId: number
  readonly customer: { readonly id: number; readonly number: string }
  readonly lines: readonly InvoiceRequestLine[]
}

/**
 * Makes an invoice. Its amounts are fixed now; hours and items become pending and leave the packages only when it is
 * paid. Refused: no_lines, invalid_input, not_found, removed, more_than_available.
 */
export function makeInvoice(terms: BillingTerms, command: MakeInvoice): Outcome<Recording> {
  if (command.lines.length === 0) {
    return refused('no_lines', 'An invoice needs at least one line.', { remedy: 'Add hours or items.', field: 'lines' })
  }
  const drawn = new Map<string, Holding>()
  const lines: InvoiceLine[] = []
  for (const [index, request] of command.lines.entries()) {
    const line = atLine(index, invoiceLine(terms, command, request, index + 1, drawn))
    if (!line.ok) return line
    lines.push(line.value)
  }
  return done(invoiceMade(command, lines))
}

function invoiceLine(
  terms: BillingTerms,
  command: MakeInvoice,
  request: InvoiceRequestLine,
  number: number,
  drawn: Map<string, Holding>,
): Outcome<InvoiceLine> {
  const { catalogue, quantity } = request
  if (quantity <= 0)
    return refused('invalid_input', `The quantity of ${catalogue.code} must be more than 0.`, { field: 'quantity' })
  const common = { line: number, code: catalogue.code, catalogueId: catalogue.id, refunded: EMPTY_HOLDING }
  if (!request.from) {
    const { rate, taxPercent } = catalogue
    return done({
      ...common,
      rate,
      taxPercent,
      from: null,
      drawn: { quantity, dollars: lineDollars(catalogue, quantity, terms.minorDigits) },
    })
  }
  const found = lineToDraw(request.from, command, catalogue.code)
  if (!found.ok) return found
  const left = leftOn(found.value, request.from, drawn)
  if (quantity > left.quantity) return refusedTooMuch(request.from, catalogue.code, left.quantity)
  const taken = { quantity, dollars: drawDollars(found.value, left, quantity, terms.minorDigits) }
  drawn.set(
    drawKey(request.from, found.value),
    plus(drawn.get(drawKey(request.from, found.value)) ?? EMPTY_HOLDING, taken),
  )
  const { rate, taxPercent, line } = found.value
  return done({
    ...common,
    rate,
    taxPercent,
    from: { customerPackageId: request.from.id, packageLine: line },
    drawn: taken,
  })
}

function lineToDraw(pack: CustomerPackage, command: MakeInvoice, code: string): Outcome<PackageLine> {
  const removed = firstRefusal(notRemoved(pack))
  if (removed) return { ok: false, failure: removed }
  if (pack.customerId !== command.customer.id) {
    return refused('not_found', `${pack.ref} belongs to another customer than ${command.customer.number}.`, {
      remedy: 'Draw from a package of the customer who is invoiced.',
      field: 'package',
    })
  }
  const line = lineByCode(pack, code)
  if (line) return done(line)
  return refused('not_found', `${pack.ref} has no line for ${code}.`, {
    remedy: 'Leave the package empty to invoice it at the standard rate.',
    field: 'code',
  })
}

function refusedTooMuch(pack: CustomerPackage, code: string, available: Hundredths): Outcome<never> {
  return refused('more_than_available', `Only ${quantityText(available)} of ${code} is available on ${pack.ref}.`, {
    remedy: 'Put the rest on a line at the standard rate, or transfer hours to it first.',
    field: 'quantity',
  })
}

/** What the lines of this invoice before have left of a package line. */
function leftOn(line: PackageLine, pack: CustomerPackage, drawn: ReadonlyMap<string, Holding>): Holding {
  const taken = drawn.get(drawKey(pack, line)) ?? EMPTY_HOLDING
  return {
    quantity: hundredths(line.available.quantity - taken.quantity),
    dollars: cents(line.available.dollars - taken.dollars),
  }
}

function plus(left: Holding, right: Holding): Holding {
  return { quantity: hundredths(left.quantity + right.quantity), dollars: cents(left.dollars + right.dollars) }
}

function drawKey(pack: CustomerPackage, line: PackageLine): string {
  return `${pack.id}:${line.line}`
}

function invoiceMade(command: MakeInvoice, lines: readonly InvoiceLine[]): Recording {
  const total = sumCents(lines.map((line) => line.drawn.dollars))
  const invoice: Invoice = {
    id: command.newId,
    ref: command.ref,
    customerId: command.customer.id,
    total,
    status: 'open',
    lines,
    payments: [],
  }
  const entry = entryOf('invoice', command, {
    terms: lines.map((line) => [line.rate, line.taxPercent, line.drawn.dollars]),
    postings: lines.flatMap((line) => pendingMovement(line)),
    history: packagesOn(lines).map((id) => ({ subject: id, action: 'item_invoice', amount: amountOn(lines, id) })),
  })
  return { entry, invoice }
}

function pendingMovement(line: InvoiceLine) {
  if (!line.from) return []
  const { customerPackageId, packageLine } = line.from
  return lineMovement(
    customerPackageId,
    { line: packageLine, code: line.code },
    'line_available',
    'line_pending',
    line.drawn,
  )
}

/** What the lines from one customer package come to. */
export function amountOn(lines: readonly InvoiceLine[], customerPackageId: number): number {
  return sumCents(
    lines.filter((line) => line.from?.customerPackageId === customerPackageId).map((line) => line.drawn.dollars),
  )
}
