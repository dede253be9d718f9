import { readDecimal, roundHalfUp, smaller } from './numbers.ts'
import type { Catalogue, Kind, Priced, Row } from './school-files.ts'

/** Amounts are minor units of the currency, quantities hundredths, gross rates 1/10^10 of the currency's unit. */
export interface Line {
  code: string
  kind: Kind
  grossRate: bigint
  included: bigint
  used: bigint
  pending: bigint
  dollarsIncluded: bigint
  dollarsUsed: bigint
  dollarsPending: bigint
}

export interface LineChange {
  code: string
  included: bigint
  used: bigint
  dollarsIncluded: bigint
  dollarsUsed: bigint
}

export interface Entry {
  date: string
  action: string
  ref: string
  amount: bigint
  user: string
  paidChange: bigint
  fundsChange: bigint
  lines: LineChange[]
}

export interface CustomerPackage {
  ref: string
  customer: string
  package: string
  added: string
  price: bigint
  paid: bigint
  funds: bigint
  removed: boolean
  lines: Line[]
  entries: Entry[]
}

export interface InvoiceLine {
  /** Null: at the catalogue's standard rate. */
  from: { pack: CustomerPackage; line: Line } | null
  code: string
  quantity: bigint
  amount: bigint
  /** What is not refunded yet. */
  quantityLeft: bigint
  amountLeft: bigint
}

export type InvoiceStatus = 'open' | 'partially_paid' | 'paid' | 'partially_refunded' | 'refunded' | 'void' | 'deleted'

export interface Invoice {
  ref: string
  customer: string
  status: InvoiceStatus
  total: bigint
  due: bigint
  lines: InvoiceLine[]
  paidByPackages: boolean
  /** Payments with any other tender, in order; `standing` is what was not given back. */
  payments: { method: string; standing: bigint }[]
}

export interface Books {
  catalogue: Catalogue
  packages: Map<string, CustomerPackage>
  invoices: Map<string, Invoice>
  /** Every movement of a customer's account. */
  accounts: Map<string, { date: string; change: bigint }[]>
  /** 'kind ref' of everything recorded. */
  refs: Set<string>
}

export function emptyBooks(catalogue: Catalogue): Books {
  return { catalogue, packages: new Map(), invoices: new Map(), accounts: new Map(), refs: new Set() }
}

export class Refused extends Error {}

export function refuse(reason: string): never {
  throw new Refused(reason)
}

/** rate x (1 + tax percent / 100), exact. */
export function grossRate(rate: bigint, taxPercent: bigint): bigint {
  return rate * (1_000_000n + taxPercent)
}

/** Gross rate x quantity, rounded half up. */
export function dollars(books: Books, gross: bigint, quantity: bigint): bigint {
  return roundHalfUp(gross * quantity * 10n ** BigInt(books.catalogue.currencyDigits), 10n ** 12n)
}

export function available(line: Line): bigint {
  return line.included - line.used - line.pending
}

export function dollarsLeft(line: Line): bigint {
  return line.dollarsIncluded - line.dollarsUsed - line.dollarsPending
}

/** The dollars that a quantity takes from a line; `taken` is what the same invoice took from it before. */
export function draw(books: Books, line: Line, quantity: bigint, taken = { quantity: 0n, dollars: 0n }): bigint {
  const quantityThere = available(line) - taken.quantity
  const dollarsThere = dollarsLeft(line) - taken.dollars
  if (quantity > quantityThere) refuse(`only ${quantityThere} hundredths of ${line.code} are available`)
  if (quantity === quantityThere) return dollarsThere
  return smaller(dollars(books, line.grossRate, quantity), dollarsThere)
}

/** An entry of a package's history and, at the same time, its effects: the running sum of the history is the balance. */
export function record(
  pack: CustomerPackage,
  row: Row,
  entry: { action: string; amount: bigint } & Partial<Entry>,
): void {
  const { paidChange = 0n, fundsChange = 0n, lines = [] } = entry
  const whole = {
    date: row.date ?? '',
    ref: row.ref ?? '',
    user: row.user ?? '',
    ...entry,
    paidChange,
    fundsChange,
    lines,
  }
  pack.entries.push(whole)
  pack.paid += paidChange
  pack.funds += fundsChange
  for (const change of lines) {
    const line = pack.lines.find(({ code }) => code === change.code)
    if (!line) throw new Error(`${pack.ref} has no line ${change.code}`)
    line.included += change.included
    line.used += change.used
    line.dollarsIncluded += change.dollarsIncluded
    line.dollarsUsed += change.dollarsUsed
  }
}

export function accountBalance(books: Books, customer: string, asOf?: string): bigint {
  const movements = books.accounts.get(customer) ?? []
  return movements
    .filter(({ date }) => asOf === undefined || date <= asOf)
    .reduce((total, { change }) => total + change, 0n)
}

export function moveAccount(books: Books, customer: string, row: Row, change: bigint): void {
  if (change === 0n) return
  const movements = books.accounts.get(customer) ?? []
  movements.push({ date: row.date ?? '', change })
  books.accounts.set(customer, movements)
}

export function priced(books: Books, code: string): Priced {
  return books.catalogue.codes.get(code) ?? refuse(`${code} is not in the catalogue`)
}

export function owed(pack: CustomerPackage): bigint {
  return pack.price - pack.paid
}

export function remainsOn(pack: CustomerPackage): boolean {
  return pack.lines.some((line) => line.included - line.used > 0n)
}

/** The amount in a row: more than 0, at most the currency's decimals. */
export function positiveAmount(books: Books, row: Row): bigint {
  const amount = readDecimal(row.amount ?? '', books.catalogue.currencyDigits)
  if (amount === null || amount <= 0n) return refuse('the amount must be more than 0')
  return amount
}

export function positiveQuantity(row: Row): bigint {
  const quantity = readDecimal(row.quantity ?? '', 2)
  if (quantity === null || quantity <= 0n) return refuse('the quantity must be more than 0')
  return quantity
}
