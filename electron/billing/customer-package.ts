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
  /** what adjustments gave and have not taken back */
  readonly adjusted: Hundredths
}

/** A customer who may fly from somebody else's package, from a day on up to the day before another. */
export interface Membership {
  readonly customerId: number
  readonly from: BusinessDate
  /** the day of the removal; null while it lasts */
  readonly until: BusinessDate | null
}

/** One customer's copy of a package, with its balances. */
export interface CustomerPackage {
  readonly id: number
  readonly ref: string
  readonly customerId: number
  readonly packageId: number
  readonly added: BusinessDate
  /** what the lines come to: the list price or an agreed one, less what lapsed */
  readonly price: Cents
  /** the last business date on which something may be invoiced from it; null: it never ends */
  readonly lastValid: BusinessDate | null
  /** package payments - refunds + transfers in - transfers out */
  readonly paid: Cents
  /** drawn by invoices paid with the package tender, less what came back */
  readonly drawn: Cents
  /** the day on which the customer was removed from it; null while it is the customer's */
  readonly removedOn: BusinessDate | null
  /** the latest day of an action on it */
  readonly lastDay: BusinessDate
  readonly members: readonly Membership[]
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

/** The status that does not depend on the day: after the last valid day, an active one reads as expired. */
export function statusOf(pack: CustomerPackage): Exclude<PackageStatus, 'expired'> {
  if (pack.removedOn !== null) return 'removed'
  return nothingRemains(pack) ? 'completed' : 'active'
}

/** The status as a person reads it on a day. */
export function statusOn(status: PackageStatus, lastValid: BusinessDate | null, today: BusinessDate): PackageStatus {
  return status === 'active' && endedBefore({ lastValid }, today) ? 'expired' : status
}

/** Whether a day is after the last valid day. */
export function endedBefore(pack: Pick<CustomerPackage, 'lastValid'>, day: BusinessDate): boolean {
  return pack.lastValid !== null && day > pack.lastValid
}

/** Whether a customer may fly from the package on a day: its own, and its members on the days of their membership. */
export function serves(pack: CustomerPackage, customerId: number, day: BusinessDate): boolean {
  if (pack.customerId === customerId) return true
  return pack.members.some((each) => each.customerId === customerId && covers(each, day))
}

export function covers({ from, until }: Membership, day: BusinessDate): boolean {
  return from <= day && (until === null || day < until)
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

/** The fewest hours left on an hour type of which some were used; null where nothing was used yet. */
export function leastHoursOf(pack: CustomerPackage): Hundredths | null {
  const begun = pack.lines.filter(
    (line) => line.kind === 'hour' && included(line).quantity > 0 && line.used.quantity !== 0,
  )
  return begun.length === 0 ? null : hundredths(Math.min(...begun.map((line) => remaining(line).quantity)))
}

export function lineByCode(pack: CustomerPackage, code: string): PackageLine | undefined {
  return pack.lines.find((line) => line.code === code)
}
