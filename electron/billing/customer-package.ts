import type { LineKind, PackageStatus } from '../../shared/contract/values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import { hundredths, sumHundredths, type Hundredths } from '../../shared/quantity.ts'
import type { Holding, LineTerms } from './draw.ts'

/** One line of a customer package. Included = available + pending + used. */
export interface PackageLine extends LineTerms {
  /** place in the package, from 1 */
  readonly line: number
  readonly code: string
  readonly kind: LineKind
  /** not used and not on an open invoice: what can be drawn */
  readonly available: Holding
  /** on open and partially paid invoices */
  readonly pending: Holding
  readonly used: Holding
}

/** One customer's copy of a package, with its balances. */
export interface CustomerPackage {
  readonly id: number
  readonly ref: string
  readonly customerId: number
  readonly packageId: number
  readonly added: BusinessDate
  readonly price: Cents
  /** package payments - refunds + transfers in - transfers out */
  readonly paid: Cents
  /** drawn by invoices paid with the package tender, less what came back */
  readonly drawn: Cents
  readonly removed: boolean
  readonly lines: readonly PackageLine[]
}

/** Amount owed = package price - amount paid. */
export function owed(pack: CustomerPackage): Cents {
  return cents(pack.price - pack.paid)
}

/** Package funds = amount paid - drawn. Below zero: used before paid. */
export function funds(pack: CustomerPackage): Cents {
  return cents(pack.paid - pack.drawn)
}

/** What may be refunded or transferred: the funds, where there are any. */
export function unspentFunds(pack: CustomerPackage): Cents {
  return cents(Math.max(0, funds(pack)))
}

export function included(line: PackageLine): Holding {
  return {
    quantity: sumHundredths([line.available.quantity, line.pending.quantity, line.used.quantity]),
    dollars: sumCents([line.available.dollars, line.pending.dollars, line.used.dollars]),
  }
}

/** Included - used; pending quantities still remain. */
export function remaining(line: PackageLine): Holding {
  return {
    quantity: hundredths(line.available.quantity + line.pending.quantity),
    dollars: cents(line.available.dollars + line.pending.dollars),
  }
}

export function nothingRemains(pack: CustomerPackage): boolean {
  return pack.lines.every((line) => remaining(line).quantity === 0)
}

export function statusOf(pack: CustomerPackage): PackageStatus {
  if (pack.removed) return 'removed'
  return nothingRemains(pack) ? 'completed' : 'active'
}

export function onOpenInvoice(pack: CustomerPackage): boolean {
  return pack.lines.some((line) => line.pending.quantity !== 0)
}

/** Sums over the hour types of the package: what the Packages tab shows in one number. */
export function hoursOf(pack: CustomerPackage): { included: Hundredths; remaining: Hundredths } {
  const hours = pack.lines.filter((line) => line.kind === 'hour')
  return {
    included: sumHundredths(hours.map((line) => included(line).quantity)),
    remaining: sumHundredths(hours.map((line) => remaining(line).quantity)),
  }
}

export function lineByCode(pack: CustomerPackage, code: string): PackageLine | undefined {
  return pack.lines.find((line) => line.code === code)
}
