import { amountText, cents } from '../../../shared/money.ts'
import { hundredths, quantityText } from '../../../shared/quantity.ts'
import { EMPTY_HOLDING, type Holding } from '../../billing/draw.ts'
import { DemonstrationPackage, MINOR_DIGITS } from './demonstration-package.ts'

/** A row of activity.csv on a day, counted from today: -30 is a month ago. */
export interface DemonstrationRow {
  readonly day: number
  readonly cells: Readonly<Record<string, string>>
}

/** Something of a package, or at the standard rate where `from` is null. */
export interface FlownLine {
  readonly from: DemonstrationPackage | null
  readonly code: string
  /** hundredths */
  readonly quantity: number
}

export type Flown = Omit<FlownLine, 'from'>

export interface MadeInvoice {
  readonly ref: string
  readonly lines: readonly (FlownLine & { readonly taken: Holding })[]
}

/**
 * Writes the activity of the demonstration and follows what is left, so that it writes only what the rules accept.
 * References are numbered by kind in the order of the days, once everything is written.
 */
export class DemonstrationDesk {
  readonly rows: DemonstrationRow[] = []
  #refs = 0

  /** @param more an agreed price, or a last valid day */
  sell(day: number, customer: string, code: string, more: Record<string, string> = {}): DemonstrationPackage {
    const pack = new DemonstrationPackage(this.#ref('CP'), customer, code)
    this.#write(day, 'desk', { action: 'add_to_package', ref: pack.ref, customer, package: code, ...more })
    return pack
  }

  /** A package payment of at most what is owed, in cents; none where nothing is. */
  pay(day: number, pack: DemonstrationPackage, amount: number, method: string): void {
    const taken = Math.min(amount, pack.owed)
    if (taken <= 0) return
    this.#packagePayment(day, pack, taken, method, {})
    pack.paid += taken
  }

  /** A package payment that is declined. */
  payDeclined(day: number, pack: DemonstrationPackage, amount: number, note: string): void {
    const tried = Math.min(amount, pack.owed)
    if (tried > 0) this.#packagePayment(day, pack, tried, 'card', { status: 'failed', note })
  }

  /** Makes an invoice of at most what is left of the lines asked for; lines of which nothing is left are not on it. */
  invoice(day: number, customer: string, lines: readonly FlownLine[], note = ''): MadeInvoice {
    const ref = this.#ref('INV')
    const made = lines
      .map((line) => ({ ...line, taken: line.from?.take(line.code, line.quantity) ?? EMPTY_HOLDING }))
      .map((line) => (line.from ? { ...line, quantity: line.taken.quantity } : line))
      .filter(({ quantity }) => quantity > 0)
    for (const { from, code, quantity } of made) {
      const cells = { customer, package: from?.ref ?? '', code, quantity: quantityText(hundredths(quantity)) }
      this.#write(day, 'desk', { action: 'invoice', ref, ...cells, note })
    }
    return { ref, lines: made }
  }

  /** The package tender pays the package lines. */
  payFromPackages(day: number, { ref, lines }: MadeInvoice): void {
    this.payInvoice(day, ref, 'package')
    for (const { from, taken } of lines) if (from) from.drawn += taken.dollars
  }

  /** Any other tender; without an amount all that is due. */
  payInvoice(day: number, ref: string, method: string, amount?: number): void {
    this.#write(day, 'desk', {
      action: 'invoice_payment',
      ref,
      method,
      amount: amount === undefined ? '' : money(amount),
    })
  }

  payInvoiceDeclined(day: number, ref: string, note: string): void {
    this.#write(day, 'desk', { action: 'invoice_payment', ref, method: 'card', status: 'failed', note })
  }

  /** A flight: invoiced and paid from the package on the same day. False where nothing of it was left. */
  fly(day: number, pack: DemonstrationPackage, flown: readonly Flown[], note = ''): boolean {
    const made = this.invoice(day, pack.customer, allFrom(pack, flown), note)
    if (made.lines.length === 0) return false
    this.payFromPackages(day, made)
    return true
  }

  /** A flight of which the package covers only a part: the rest at the standard rate, by another tender. */
  flySplit(day: number, pack: DemonstrationPackage, { code, quantity }: Flown, method: string): void {
    const rest = quantity - pack.left(code)
    if (rest <= 0) return void this.fly(day, pack, [{ code, quantity }])
    const lines = [...allFrom(pack, [{ code, quantity }]), { from: null, code, quantity: rest }]
    const made = this.invoice(day, pack.customer, lines, 'rest at the standard rate')
    if (made.lines.length > 1) this.payFromPackages(day, made)
    this.payInvoice(day, made.ref, method)
  }

  /** Undoes an invoice on which the package tender was used. */
  undo(day: number, made: MadeInvoice, action: 'invoice_void' | 'invoice_delete', note: string): void {
    this.#write(day, 'billing', { action, ref: made.ref, note })
    for (const { from, code, taken } of made.lines) {
      if (!from) continue
      from.giveBack(code, taken)
      from.drawn -= taken.dollars
    }
  }

  transferHours(day: number, pack: DemonstrationPackage, given: Flown, to: string, note: string): void {
    const cells = { code: given.code, quantity: quantityText(hundredths(given.quantity)), to, note }
    this.other(day, 'TH', { action: 'transfer_hours', package: pack.ref, ...cells })
    pack.transfer(given.code, given.quantity, to)
  }

  /** Moves unspent funds, in cents, to another package of the customer or to the account. */
  transferFunds(day: number, pack: DemonstrationPackage, amount: number, to: DemonstrationPackage | 'account'): void {
    const toRef = to === 'account' ? to : to.ref
    this.other(day, 'TF', { action: 'transfer_funds', package: pack.ref, amount: money(amount), to: toRef })
    pack.paid -= amount
    if (to !== 'account') to.paid += amount
  }

  /** Any other action, written as it is. `kind` makes a reference of its own; else `ref` is the invoice's. Answers it. */
  other(day: number, kind: string | null, cells: Record<string, string>): string {
    const ref = kind ? this.#ref(kind) : (cells['ref'] ?? '')
    this.#write(day, 'billing', { ...cells, ref })
    return ref
  }

  #packagePayment(
    day: number,
    pack: DemonstrationPackage,
    amount: number,
    method: string,
    more: Record<string, string>,
  ): void {
    const cells = { ref: this.#ref('PAY'), package: pack.ref, amount: money(amount), method, ...more }
    this.#write(day, 'desk', { action: 'package_payment', ...cells })
  }

  #ref(kind: string): string {
    this.#refs += 1
    return `${kind}#${this.#refs}`
  }

  #write(day: number, user: string, cells: Record<string, string>): void {
    this.rows.push({ day, cells: { user, ...cells } })
  }
}

/** The lines of a flight, each from that package. */
export function allFrom(pack: DemonstrationPackage, flown: readonly Flown[]): FlownLine[] {
  return flown.map((line) => ({ ...line, from: pack }))
}

/** Cents as text. */
export function money(amount: number): string {
  return amountText(cents(amount), MINOR_DIGITS)
}
