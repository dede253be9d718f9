import {
  accountBalance,
  type Books,
  type CustomerPackage,
  dollars,
  draw,
  grossRate,
  type Invoice,
  type InvoiceLine,
  type Line,
  type LineChange,
  moveAccount,
  positiveQuantity,
  priced,
  record,
  refuse,
} from './books.ts'
import { checkCustomer, checkNewRef, isFailed, knownInvoice, openPackage, takeRef, tender } from './fields.ts'
import { readDecimal, sum } from './numbers.ts'
import type { Row } from './school-files.ts'

type Taken = Map<Line, { quantity: bigint; dollars: bigint }>

/** The packages of an invoice, in the order of their first lines. */
export function packagesOf(invoice: { lines: InvoiceLine[] }): CustomerPackage[] {
  return [...new Set(invoice.lines.flatMap(({ from }) => (from ? [from.pack] : [])))]
}

export function linesOf(invoice: { lines: InvoiceLine[] }, pack: CustomerPackage): InvoiceLine[] {
  return invoice.lines.filter(({ from }) => from?.pack === pack)
}

export function amountOf(lines: InvoiceLine[]): bigint {
  return sum(lines.map(({ amount }) => amount))
}

/** Quantities and dollars used (or given back, where negative): one change for each line of the package. */
export function usage(parts: { code: string; quantity: bigint; dollars: bigint }[]): LineChange[] {
  const changes = new Map<string, LineChange>()
  for (const part of parts) {
    const change = changes.get(part.code) ?? {
      code: part.code,
      included: 0n,
      used: 0n,
      dollarsIncluded: 0n,
      dollarsUsed: 0n,
    }
    change.used += part.quantity
    change.dollarsUsed += part.dollars
    changes.set(part.code, change)
  }
  return [...changes.values()]
}

export function releasePending(invoice: Invoice): void {
  for (const { from, quantity, amount } of invoice.lines) {
    if (!from) continue
    from.line.pending -= quantity
    from.line.dollarsPending -= amount
  }
}

function standardLine(books: Books, row: Row): InvoiceLine {
  const quantity = positiveQuantity(row)
  const { rate, taxPercent } = priced(books, row.code ?? '')
  const amount = dollars(books, grossRate(rate, taxPercent), quantity)
  return { from: null, code: row.code ?? '', quantity, amount, quantityLeft: quantity, amountLeft: amount }
}

function packageLine(books: Books, row: Row, customer: string, drawn: Taken): InvoiceLine {
  const quantity = positiveQuantity(row)
  const pack = openPackage(books, row.package ?? '')
  if (pack.customer !== customer) refuse(`${pack.ref} belongs to another customer`)
  const line = pack.lines.find(({ code }) => code === row.code)
  if (!line) return refuse(`${pack.ref} has no ${row.code}`)
  const taken = drawn.get(line) ?? { quantity: 0n, dollars: 0n }
  const amount = draw(books, line, quantity, taken)
  drawn.set(line, { quantity: taken.quantity + quantity, dollars: taken.dollars + amount })
  return { from: { pack, line }, code: line.code, quantity, amount, quantityLeft: quantity, amountLeft: amount }
}

export function makeInvoice(books: Books, rows: Row[]): void {
  const [first] = rows
  if (!first) throw new Error('an invoice has rows')
  checkNewRef(books, first)
  const customer = checkCustomer(books, first)
  for (const row of rows) {
    const same = row.date === first.date && row.user === first.user && row.customer === first.customer
    if (!same) refuse('the lines of one invoice have one date, user and customer')
  }
  const drawn: Taken = new Map()
  const lines = rows.map((row) => (row.package ? packageLine(books, row, customer, drawn) : standardLine(books, row)))
  const total = amountOf(lines)
  const invoice: Invoice = {
    ref: first.ref ?? '',
    customer,
    status: 'open',
    total,
    due: total,
    lines,
    paidByPackages: false,
    payments: [],
  }
  for (const { from, quantity, amount } of lines) {
    if (!from) continue
    from.line.pending += quantity
    from.line.dollarsPending += amount
  }
  for (const pack of packagesOf(invoice))
    record(pack, first, { action: 'item_invoice', amount: amountOf(linesOf(invoice, pack)) })
  books.invoices.set(invoice.ref, invoice)
  takeRef(books, first)
}

function givenAmount(books: Books, row: Row): bigint | null {
  if (!row.amount) return null
  return readDecimal(row.amount, books.catalogue.currencyDigits) ?? refuse(`${row.amount} is no amount`)
}

/** What the package tender pays: all package lines of the invoice, nothing else. */
function packageTenderAmount(books: Books, invoice: Invoice, row: Row): bigint {
  const packages = packagesOf(invoice)
  const amount = amountOf(invoice.lines.filter(({ from }) => from))
  if (packages.length === 0) refuse('the invoice has no package lines')
  if (invoice.paidByPackages) refuse('the package lines are paid already')
  if (packages.some(({ removed }) => removed)) refuse('the customer was removed from a package')
  if ((givenAmount(books, row) ?? amount) !== amount) refuse('the package tender pays exactly the package lines')
  if (amount > invoice.due) refuse('less than the package lines is due')
  return amount
}

function otherTenderAmount(books: Books, invoice: Invoice, row: Row): bigint {
  const amount = givenAmount(books, row) ?? invoice.due
  if (amount > invoice.due) refuse('more than is due')
  if (amount === 0n && invoice.due > 0n) refuse('a payment is more than 0')
  return amount
}

/** When nothing is due any more, hours and items leave the packages; before, only the package tender shows. */
function recordPayment(invoice: Invoice, row: Row, byPackages: boolean): void {
  const paid = invoice.due === 0n
  if (paid) releasePending(invoice)
  for (const pack of packagesOf(invoice)) {
    const lines = linesOf(invoice, pack)
    const amount = amountOf(lines)
    const fundsChange = byPackages ? -amount : 0n
    const parts = lines.map((line) => ({ code: line.code, quantity: line.quantity, dollars: line.amount }))
    if (paid) record(pack, row, { action: 'item_invoice_paid', amount, fundsChange, lines: usage(parts) })
    else if (byPackages) record(pack, row, { action: 'item_invoice_part_paid', amount, fundsChange })
  }
  invoice.status = paid ? 'paid' : 'partially_paid'
}

export function payInvoice(books: Books, row: Row): void {
  const invoice = knownInvoice(books, row)
  if (invoice.status !== 'open' && invoice.status !== 'partially_paid') refuse(`the invoice is ${invoice.status}`)
  const method = tender(row, ['package', 'account'])
  const byPackages = method === 'package'
  const amount = byPackages ? packageTenderAmount(books, invoice, row) : otherTenderAmount(books, invoice, row)
  if (isFailed(row)) return
  if (method === 'account') {
    if (amount > accountBalance(books, invoice.customer)) refuse('more than is on the account')
    moveAccount(books, invoice.customer, row, -amount)
  }
  if (byPackages) invoice.paidByPackages = true
  else invoice.payments.push({ method, standing: amount })
  invoice.due -= amount
  recordPayment(invoice, row, byPackages)
}
