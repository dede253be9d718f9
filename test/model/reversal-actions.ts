import { type Books, type Invoice, type InvoiceLine, moveAccount, positiveQuantity, record, refuse } from './books.ts'
import { knownInvoice, requireNote } from './fields.ts'
import { linesOf, packagesOf, releasePending, usage } from './invoice-actions.ts'
import { larger, roundHalfUp, smaller, sum } from './numbers.ts'
import type { Row } from './school-files.ts'

interface Part {
  line: InvoiceLine
  quantity: bigint
  dollars: bigint
}

/** The refund that takes the last of a line takes what is left of its amount. */
function partOf(line: InvoiceLine, quantity: bigint): Part {
  if (quantity === line.quantityLeft) return { line, quantity, dollars: line.amountLeft }
  return { line, quantity, dollars: smaller(roundHalfUp(line.amount * quantity, line.quantity), line.amountLeft) }
}

function refundedParts(invoice: Invoice, row: Row): Part[] {
  if (!row.code) {
    if (row.package || row.quantity) refuse('a package or a quantity needs a code')
    return invoice.lines.filter(({ quantityLeft }) => quantityLeft > 0n).map((line) => partOf(line, line.quantityLeft))
  }
  const named = invoice.lines.filter((line) => line.code === row.code && (line.from?.pack.ref ?? '') === row.package)
  const wanted = row.quantity ? positiveQuantity(row) : 1n
  // Of several like lines the first on which something is left, at most that.
  const line = named.find(({ quantityLeft }) => quantityLeft > 0n)
  if (!line || line.quantityLeft < wanted) return refuse(`no line ${row.code} with so much left`)
  return [partOf(line, row.quantity ? wanted : line.quantityLeft)]
}

/** Money goes back to the other tenders, the last one first. */
function giveBack(books: Books, invoice: Invoice, row: Row, amount: bigint): void {
  let left = amount
  for (const payment of invoice.payments.toReversed()) {
    const part = smaller(payment.standing, left)
    payment.standing -= part
    left -= part
    if (payment.method === 'account') moveAccount(books, invoice.customer, row, part)
  }
  if (left !== 0n) throw new Error(`${left} of ${invoice.ref} were paid by nobody`)
}

function dollarsOf(parts: Part[]): bigint {
  return sum(parts.map(({ dollars }) => dollars))
}

function givenBack(parts: Part[]) {
  return usage(
    parts.map(({ line, quantity, dollars }) => ({ code: line.code, quantity: -quantity, dollars: -dollars })),
  )
}

export function refundInvoice(books: Books, row: Row): void {
  const invoice = knownInvoice(books, row)
  if (invoice.status !== 'paid' && invoice.status !== 'partially_refunded') refuse(`the invoice is ${invoice.status}`)
  const parts = refundedParts(invoice, row)
  if (parts.some(({ line }) => line.from?.pack.removed)) refuse('the customer was removed from that package')
  for (const pack of packagesOf({ lines: parts.map(({ line }) => line) })) {
    const own = parts.filter(({ line }) => line.from?.pack === pack)
    const amount = dollarsOf(own)
    record(pack, row, {
      action: 'invoice_refund',
      amount,
      fundsChange: invoice.paidByPackages ? amount : 0n,
      lines: givenBack(own),
    })
  }
  giveBack(books, invoice, row, dollarsOf(parts.filter(({ line }) => !line.from || !invoice.paidByPackages)))
  for (const { line, quantity, dollars } of parts) {
    line.quantityLeft -= quantity
    line.amountLeft -= dollars
  }
  invoice.status = invoice.lines.every(({ quantityLeft }) => quantityLeft === 0n) ? 'refunded' : 'partially_refunded'
}

function cancel(books: Books, row: Row, status: 'void' | 'deleted'): void {
  const invoice = knownInvoice(books, row)
  const before = invoice.status
  if (before === 'refunded' || before === 'void' || before === 'deleted') refuse(`the invoice is ${before}`)
  requireNote(row)
  if (packagesOf(invoice).some(({ removed }) => removed)) refuse('the customer was removed from a package')
  const hoursMoved = before === 'paid' || before === 'partially_refunded'
  if (!hoursMoved) releasePending(invoice)
  for (const pack of packagesOf(invoice)) {
    const standing = linesOf(invoice, pack).filter(({ quantityLeft }) => quantityLeft > 0n)
    // Of a paid invoice it is written only where something comes back.
    if (hoursMoved && standing.length === 0) continue
    const parts = standing.map((line) => partOf(line, line.quantityLeft))
    const toLines = hoursMoved ? dollarsOf(parts) : 0n
    const toFunds = invoice.paidByPackages ? dollarsOf(parts) : 0n
    record(pack, row, {
      action: status === 'void' ? 'invoice_void' : 'invoice_delete',
      amount: larger(toLines, toFunds),
      fundsChange: toFunds,
      lines: hoursMoved ? givenBack(parts) : [],
    })
  }
  giveBack(books, invoice, row, sum(invoice.payments.map(({ standing }) => standing)))
  for (const line of invoice.lines) {
    line.quantityLeft = 0n
    line.amountLeft = 0n
  }
  invoice.status = status
}

export function voidInvoice(books: Books, row: Row): void {
  cancel(books, row, 'void')
}

export function deleteInvoice(books: Books, row: Row): void {
  cancel(books, row, 'deleted')
}
