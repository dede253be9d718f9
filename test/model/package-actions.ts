import {
  accountBalance,
  type Books,
  type CustomerPackage,
  dollars,
  draw,
  grossRate,
  type Line,
  moveAccount,
  owed,
  positiveAmount,
  positiveQuantity,
  priced,
  record,
  refuse,
  remainsOn,
} from './books.ts'
import { checkCustomer, checkNewRef, isFailed, openPackage, requireNote, takeRef, tender } from './fields.ts'
import { larger, sum } from './numbers.ts'
import type { PackageLine, Row } from './school-files.ts'

function frozenLine(books: Books, { code, rate }: PackageLine): Line {
  const { kind, taxPercent } = priced(books, code)
  const nothing = { included: 0n, used: 0n, pending: 0n, dollarsIncluded: 0n, dollarsUsed: 0n, dollarsPending: 0n }
  return { code, kind, grossRate: grossRate(rate, taxPercent), ...nothing }
}

export function addToPackage(books: Books, row: Row): void {
  checkNewRef(books, row)
  const customer = checkCustomer(books, row)
  const sold = books.catalogue.packages.get(row.package ?? '')
  if (!sold) return refuse(`package ${row.package} does not exist`)
  if (sold.length === 0) return refuse(`package ${row.package} has no lines`)
  for (const earlier of books.packages.values()) {
    const same = earlier.customer === customer && earlier.package === row.package && !earlier.removed
    if (same && remainsOn(earlier)) refuse(`something remains on ${earlier.ref}`)
  }
  const lines = sold.map((line) => frozenLine(books, line))
  const changes = sold.map(({ code, quantity }, at) => {
    const dollarsIncluded = dollars(books, lines[at]?.grossRate ?? 0n, quantity)
    return { code, included: quantity, used: 0n, dollarsIncluded, dollarsUsed: 0n }
  })
  const price = sum(changes.map(({ dollarsIncluded }) => dollarsIncluded))
  const pack: CustomerPackage = {
    ref: row.ref ?? '',
    customer,
    package: row.package ?? '',
    added: row.date ?? '',
    price,
    paid: 0n,
    funds: 0n,
    removed: false,
    lines,
    entries: [],
  }
  record(pack, row, { action: 'added_to_package', amount: price, lines: changes })
  books.packages.set(pack.ref, pack)
  takeRef(books, row)
}

export function payPackage(books: Books, row: Row): void {
  checkNewRef(books, row)
  const pack = openPackage(books, row.package ?? '')
  const method = tender(row, ['account'])
  const amount = positiveAmount(books, row)
  if (amount > owed(pack)) refuse('more than is owed')
  if (isFailed(row)) {
    record(pack, row, { action: 'package_payment_failed', amount })
  } else {
    if (method === 'account') {
      if (amount > accountBalance(books, pack.customer)) refuse('more than is on the account')
      moveAccount(books, pack.customer, row, -amount)
    }
    record(pack, row, { action: 'package_payment', amount, paidChange: amount, fundsChange: amount })
  }
  takeRef(books, row)
}

function checkUnspent(pack: CustomerPackage, amount: bigint): void {
  if (amount > larger(pack.funds, 0n)) refuse('more than the unspent package funds')
}

export function refundPackage(books: Books, row: Row): void {
  checkNewRef(books, row)
  const pack = openPackage(books, row.package ?? '')
  const method = tender(row, ['account'])
  const amount = positiveAmount(books, row)
  checkUnspent(pack, amount)
  if (method === 'account') moveAccount(books, pack.customer, row, amount)
  record(pack, row, { action: 'package_refund', amount, paidChange: -amount, fundsChange: -amount })
  takeRef(books, row)
}

export function transferFunds(books: Books, row: Row): void {
  checkNewRef(books, row)
  const pack = openPackage(books, row.package ?? '')
  const amount = positiveAmount(books, row)
  checkUnspent(pack, amount)
  const receiver = row.to === 'account' ? null : openPackage(books, row.to ?? '')
  if (receiver) {
    if (receiver === pack) refuse('from a package to itself')
    if (receiver.customer !== pack.customer) refuse('funds stay with one customer')
    if (amount > owed(receiver)) refuse('more than is owed there')
  }
  record(pack, row, { action: 'transfer_out', amount, paidChange: -amount, fundsChange: -amount })
  if (receiver) record(receiver, row, { action: 'transfer_in', amount, paidChange: amount, fundsChange: amount })
  else moveAccount(books, pack.customer, row, amount)
  takeRef(books, row)
}

function hourLine(pack: CustomerPackage, code: string): Line {
  const line = pack.lines.find((one) => one.code === code)
  if (!line) return refuse(`${pack.ref} has no ${code}`)
  if (line.kind !== 'hour') return refuse(`${code} is not an hour type`)
  return line
}

export function transferHours(books: Books, row: Row): void {
  checkNewRef(books, row)
  const pack = openPackage(books, row.package ?? '')
  const giving = hourLine(pack, row.code ?? '')
  const receiving = hourLine(pack, row.to ?? '')
  if (giving === receiving) refuse('from an hour type to itself')
  const quantity = positiveQuantity(row)
  const moved = draw(books, giving, quantity)
  if (receiving.grossRate === 0n) refuse('nothing can be received at a rate of 0')
  const received = (moved * 10n ** 12n) / (receiving.grossRate * 10n ** BigInt(books.catalogue.currencyDigits))
  if (received === 0n) refuse('too little to receive a hundredth')
  record(pack, row, {
    action: 'transfer_hours',
    amount: moved,
    lines: [
      { code: giving.code, included: -quantity, used: 0n, dollarsIncluded: -moved, dollarsUsed: 0n },
      { code: receiving.code, included: received, used: 0n, dollarsIncluded: moved, dollarsUsed: 0n },
    ],
  })
  takeRef(books, row)
}

export function removeFromPackage(books: Books, row: Row): void {
  checkNewRef(books, row)
  const pack = openPackage(books, row.package ?? '')
  requireNote(row)
  if (pack.funds !== 0n) refuse('package funds are not 0')
  for (const { status, lines } of books.invoices.values()) {
    const unpaid = status === 'open' || status === 'partially_paid'
    if (unpaid && lines.some(({ from }) => from?.pack === pack)) refuse('an invoice is open on it')
  }
  pack.removed = true
  record(pack, row, { action: 'removed_from_package', amount: 0n })
  takeRef(books, row)
}
