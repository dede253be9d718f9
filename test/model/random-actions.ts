import { available, type Books, type CustomerPackage, type Invoice, owed } from './books.ts'
import { larger, smaller } from './numbers.ts'
import type { RandomNumbers } from './random-numbers.ts'
import type { Row } from './school-files.ts'

/** What a random action is made from: the model's books (to choose what is likely to be accepted) and the next references. */
export interface Desk {
  random: RandomNumbers
  books: Books
  packages: CustomerPackage[]
  invoices: Invoice[]
  customers: string[]
  nextRef: (prefix: string) => string
}

const COLUMNS = [
  'date',
  'user',
  'action',
  'ref',
  'customer',
  'package',
  'code',
  'quantity',
  'amount',
  'method',
  'status',
  'to',
  'note',
]
const OUTSIDE = ['cash', 'card', 'check', 'ach']
const NOTES = ['', '', '', 'lesson 3, solo', 'said "later"', 'prüfen – ok', 'two\nlines', "O'Neil's"]

export function activityRow(cells: Row): Row {
  return Object.fromEntries(COLUMNS.map((column) => [column, cells[column] ?? '']))
}

function money(desk: Desk, value: bigint): string {
  const { currencyDigits } = desk.books.catalogue
  return desk.random.decimal(value, currencyDigits, currencyDigits)
}

function quantity(desk: Desk, value: bigint): string {
  return desk.random.decimal(value, 2, 2)
}

/** Recent ones more often than old ones; removed packages and finished invoices now and then, to be refused. */
function recent<T>(random: RandomNumbers, values: readonly T[], fits: (value: T) => boolean): T | undefined {
  for (let attempt = 0; attempt < 6; attempt++) {
    const reach = random.chance(0.7) ? Math.min(30, values.length) : values.length
    const value = values[values.length - 1 - Math.floor(random.next() * reach)]
    if (value !== undefined && fits(value)) return value
  }
  return values[Math.floor(random.next() * values.length)]
}

function likelyPackage(desk: Desk, fits: (pack: CustomerPackage) => boolean = () => true): CustomerPackage | undefined {
  return recent(desk.random, desk.packages, (pack) => !pack.removed && fits(pack))
}

/** All of it, or a part: often a small one, as flights are. */
function part(desk: Desk, whole: bigint, sizeable = 0.3): bigint {
  if (desk.random.chance(sizeable)) return larger(whole, 1n)
  return desk.random.upTo(desk.random.chance(0.5) ? smaller(whole, 250n) : whole)
}

function invoiceLine(desk: Desk, customer: string, lines: Row[]): Row {
  const { random } = desk
  const own = desk.packages.filter((pack) => pack.customer === customer && !pack.removed).slice(-3)
  const again = lines.length > 0 && random.chance(0.2) ? random.pick(lines) : null
  if (again) return { ...again, quantity: quantity(desk, desk.random.upTo(150n)) }
  if (own.length > 0 && random.chance(0.75)) {
    const pack = random.pick(own)
    const line = random.pick(pack.lines)
    return { package: pack.ref, code: line.code, quantity: quantity(desk, part(desk, available(line))) }
  }
  const code = random.pick([...desk.books.catalogue.codes.keys()])
  return { package: '', code, quantity: quantity(desk, random.chance(0.5) ? 100n : random.upTo(300n)) }
}

/** One invoice over everything that is left of a package, so that packages are used up and sold again. */
function lastOf(desk: Desk, pack: CustomerPackage): Row[] {
  return pack.lines
    .filter((line) => available(line) > 0n)
    .map((line) => ({ package: pack.ref, code: line.code, quantity: quantity(desk, available(line)) }))
}

export function invoice(desk: Desk): Row[] {
  const { random } = desk
  const pack = likelyPackage(desk)
  const customer = pack && random.chance(0.8) ? pack.customer : random.pick(desk.customers)
  const lines: Row[] = pack?.customer === customer && random.chance(0.08) ? lastOf(desk, pack) : []
  const count = random.weighted({ 1: 4, 2: 4, 3: 2, 6: 0.3 })
  while (lines.length < Number(count)) lines.push(invoiceLine(desk, customer, lines))
  const ref = desk.nextRef('INV')
  return lines.map((line) => activityRow({ ...line, action: 'invoice', ref, customer, note: random.pick(NOTES) }))
}

export function invoicePayment(desk: Desk): Row[] {
  const { random } = desk
  const one = recent(random, desk.invoices, ({ status }) => status === 'open' || status === 'partially_paid')
  const due = one?.due ?? 1n
  const byPackages = one && !one.paidByPackages && one.lines.some(({ from }) => from) && random.chance(0.6)
  const status = random.chance(0.1) ? 'failed' : random.pick(['', 'succeeded'])
  const row = { action: 'invoice_payment', ref: one?.ref ?? 'none', status, note: random.pick(NOTES) }
  if (byPackages) return [activityRow({ ...row, method: 'package' })]
  const method = random.chance(0.25) ? 'account' : random.pick(OUTSIDE)
  const amount = random.chance(0.5) ? '' : money(desk, due === 0n ? 0n : random.chance(0.3) ? due : random.upTo(due))
  return [activityRow({ ...row, method, amount })]
}

export function invoiceRefund(desk: Desk): Row[] {
  const { random } = desk
  const one = recent(random, desk.invoices, ({ status }) => status === 'paid' || status === 'partially_refunded')
  const row = { action: 'invoice_refund', ref: one?.ref ?? 'none', note: random.pick(NOTES) }
  const left = one?.lines.filter(({ quantityLeft }) => quantityLeft > 0n) ?? []
  if (left.length === 0 || random.chance(0.25)) return [activityRow(row)]
  const line = random.pick(left)
  const named = { ...row, package: line.from?.pack.ref ?? '', code: line.code }
  if (random.chance(0.35)) return [activityRow(named)]
  return [activityRow({ ...named, quantity: quantity(desk, part(desk, line.quantityLeft, 0.25)) })]
}

export function cancellation(desk: Desk): Row[] {
  const { random } = desk
  const one = recent(random, desk.invoices, ({ status }) => !['void', 'deleted', 'refunded'].includes(status))
  const action = random.pick(['invoice_void', 'invoice_delete'])
  return [
    activityRow({
      action,
      ref: one?.ref ?? 'none',
      note: random.pick(['entered twice', 'wrong "aircraft", again', 'Fehler – storniert']),
    }),
  ]
}

export function addToPackage(desk: Desk): Row[] {
  const { random } = desk
  const again = desk.packages.length > 0 && random.chance(0.3) ? random.pick(desk.packages) : null
  const customer = again?.customer ?? random.pick(desk.customers)
  const code = again?.package ?? random.pick([...desk.books.catalogue.packages.keys()])
  return [activityRow({ action: 'add_to_package', ref: desk.nextRef('CP'), customer, package: code })]
}

export function packagePayment(desk: Desk): Row[] {
  const { random } = desk
  const pack = likelyPackage(desk, (one) => owed(one) > 0n)
  const most = pack ? larger(owed(pack), 1n) : 1n
  const amount = money(desk, random.chance(0.25) ? most : random.upTo(most))
  const method = random.chance(0.2) ? 'account' : random.pick(OUTSIDE)
  const status = random.chance(0.1) ? 'failed' : random.pick(['', 'succeeded'])
  return [
    activityRow({
      action: 'package_payment',
      ref: desk.nextRef('PAY'),
      package: pack?.ref ?? 'none',
      amount,
      method,
      status,
    }),
  ]
}

export function packageRefund(desk: Desk): Row[] {
  const { random } = desk
  const pack = likelyPackage(desk, ({ funds }) => funds > 0n)
  const amount = money(desk, random.chance(0.4) ? larger(pack?.funds ?? 1n, 1n) : random.upTo(pack?.funds ?? 1n))
  const method = random.pick([...OUTSIDE, 'account'])
  return [
    activityRow({ action: 'package_refund', ref: desk.nextRef('REF'), package: pack?.ref ?? 'none', amount, method }),
  ]
}

export function transferFunds(desk: Desk): Row[] {
  const { random } = desk
  const pack = likelyPackage(desk, ({ funds }) => funds > 0n)
  const others = desk.packages.filter((one) => one !== pack && one.customer === pack?.customer && !one.removed)
  const to = others.length > 0 && random.chance(0.7) ? random.pick(others) : null
  const most = smaller(pack?.funds ?? 1n, to ? owed(to) : (pack?.funds ?? 1n))
  const amount = money(desk, random.chance(0.3) ? larger(most, 1n) : random.upTo(most))
  return [
    activityRow({
      action: 'transfer_funds',
      ref: desk.nextRef('TF'),
      package: pack?.ref ?? 'none',
      amount,
      to: to?.ref ?? 'account',
    }),
  ]
}

export function transferHours(desk: Desk): Row[] {
  const { random } = desk
  const hours = (one: CustomerPackage) => one.lines.filter(({ kind }) => kind === 'hour')
  const pack = likelyPackage(desk, (one) => hours(one).length > 1)
  const lines = pack ? random.shuffled(pack.lines.length > 1 && hours(pack).length > 1 ? hours(pack) : pack.lines) : []
  const [from, to] = lines
  const amount = from ? quantity(desk, part(desk, available(from))) : '1'
  return [
    activityRow({
      action: 'transfer_hours',
      ref: desk.nextRef('TH'),
      package: pack?.ref ?? 'none',
      code: from?.code ?? 'none',
      quantity: amount,
      to: to?.code ?? 'none',
    }),
  ]
}

export function removal(desk: Desk): Row[] {
  const pack = likelyPackage(desk, ({ funds }) => funds === 0n)
  return [
    activityRow({
      action: 'remove_from_package',
      ref: desk.nextRef('RM'),
      package: pack?.ref ?? 'none',
      note: 'left, moved to "Ávila"',
    }),
  ]
}

export function accountMovement(desk: Desk): Row[] {
  const { random } = desk
  const isDeposit = random.chance(0.75)
  const customer = random.pick(desk.customers)
  const balance = (desk.books.accounts.get(customer) ?? []).reduce((total, { change }) => total + change, 0n)
  const most = isDeposit ? (100_000n * 10n ** BigInt(desk.books.catalogue.currencyDigits)) / 100n : balance
  const amount = money(desk, !isDeposit && random.chance(0.3) ? larger(most, 1n) : random.upTo(most))
  const status = isDeposit && random.chance(0.1) ? 'failed' : random.pick(['', 'succeeded'])
  const action = isDeposit ? 'account_deposit' : 'account_withdrawal'
  return [
    activityRow({
      action,
      ref: desk.nextRef(isDeposit ? 'DEP' : 'WD'),
      customer,
      amount,
      method: random.pick(OUTSIDE),
      status,
    }),
  ]
}
