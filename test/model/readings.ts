import { accountBalance, type Books, type CustomerPackage, type Line, remainsOn } from './books.ts'
import { byCodePoint, printDecimal } from './numbers.ts'

export type Balances = ReturnType<typeof readBalances>
export type History = ReturnType<typeof readHistory>

type LineNumbers = Pick<Line, 'included' | 'used' | 'dollarsIncluded' | 'dollarsUsed'>

interface PackageNumbers {
  paid: bigint
  funds: bigint
  lines: Map<string, LineNumbers>
}

/** What a package's entries up to a day add up to, whatever the order in which they were recorded. */
function sumOfEntries(pack: CustomerPackage, asOf: string): PackageNumbers {
  const nothing = (): LineNumbers => ({ included: 0n, used: 0n, dollarsIncluded: 0n, dollarsUsed: 0n })
  const numbers: PackageNumbers = {
    paid: 0n,
    funds: 0n,
    lines: new Map(pack.lines.map(({ code }) => [code, nothing()])),
  }
  for (const entry of pack.entries) {
    if (entry.date > asOf) continue
    numbers.paid += entry.paidChange
    numbers.funds += entry.fundsChange
    for (const change of entry.lines) {
      const line = numbers.lines.get(change.code) ?? nothing()
      line.included += change.included
      line.used += change.used
      line.dollarsIncluded += change.dollarsIncluded
      line.dollarsUsed += change.dollarsUsed
    }
  }
  return numbers
}

function status(pack: CustomerPackage): 'active' | 'completed' | 'removed' {
  if (pack.removed) return 'removed'
  return remainsOn(pack) ? 'active' : 'completed'
}

function packageBalances(pack: CustomerPackage, asOf: string | undefined, money: (value: bigint) => string) {
  const now = {
    paid: pack.paid,
    funds: pack.funds,
    lines: new Map(pack.lines.map((line) => [line.code, line as LineNumbers])),
  }
  const numbers = asOf === undefined ? now : sumOfEntries(pack, asOf)
  const quantity = (value: bigint) => printDecimal(value, 2)
  return {
    ref: pack.ref,
    ...(asOf === undefined ? { status: status(pack) } : {}),
    customer: pack.customer,
    package: pack.package,
    total: money(pack.price),
    paid: money(numbers.paid),
    owed: money(pack.price - numbers.paid),
    funds: money(numbers.funds),
    lines: pack.lines.map(({ code, kind, pending }) => {
      const line = numbers.lines.get(code) ?? { included: 0n, used: 0n, dollarsIncluded: 0n, dollarsUsed: 0n }
      return {
        code,
        kind,
        included: quantity(line.included),
        used: quantity(line.used),
        remaining: quantity(line.included - line.used),
        ...(asOf === undefined ? { pending: quantity(pending) } : {}),
        dollarsIncluded: money(line.dollarsIncluded),
        dollarsUsed: money(line.dollarsUsed),
        dollarsRemaining: money(line.dollarsIncluded - line.dollarsUsed),
      }
    }),
  }
}

export function readBalances(books: Books, asOf?: string) {
  const money = (value: bigint) => printDecimal(value, books.catalogue.currencyDigits)
  const inOrder = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => byCodePoint(a, b))
  return {
    packages: inOrder(books.packages)
      .filter(([, pack]) => asOf === undefined || pack.added <= asOf)
      .map(([, pack]) => packageBalances(pack, asOf, money)),
    accounts: inOrder(books.accounts)
      .filter(([, movements]) => asOf === undefined || movements.some(({ date }) => date <= asOf))
      .map(([customer]) => ({ customer, balance: money(accountBalance(books, customer, asOf)) })),
    invoices:
      asOf === undefined
        ? inOrder(books.invoices).map(([ref, invoice]) => ({
            ref,
            customer: invoice.customer,
            total: money(invoice.total),
            status: invoice.status,
          }))
        : null,
  }
}

export function readHistory(books: Books) {
  const money = (value: bigint) => printDecimal(value, books.catalogue.currencyDigits)
  const packages = [...books.packages.values()].sort((a, b) => byCodePoint(a.ref, b.ref))
  return packages.map(({ ref, entries }) => ({
    ref,
    entries: entries.map((entry) => ({
      date: entry.date,
      action: entry.action,
      ref: entry.ref,
      amount: money(entry.amount),
      user: entry.user,
      paidChange: money(entry.paidChange),
      fundsChange: money(entry.fundsChange),
      lines: entry.lines.map((line) => ({
        code: line.code,
        includedChange: printDecimal(line.included, 2),
        usedChange: printDecimal(line.used, 2),
        dollarsIncludedChange: money(line.dollarsIncluded),
        dollarsUsedChange: money(line.dollarsUsed),
      })),
    })),
  }))
}
