import { amountText, cents, sumCents } from '../../shared/money.ts'
import { hundredths, quantityText } from '../../shared/quantity.ts'
import { lineDollars } from '../billing/draw.ts'
import { linesOfPackage, type DemonstrationLine } from './demonstration-catalogue.ts'

/** A row of activity.csv on a day, counted from today: -30 is a month ago. */
export interface DemonstrationRow {
  readonly day: number
  readonly cells: Readonly<Record<string, string>>
}

/** A customer package as far as the demonstration follows it. */
export interface DemonstrationPackage {
  readonly ref: string
  readonly customer: string
  readonly lines: readonly DemonstrationLine[]
  /** hundredths left, by code */
  readonly left: Map<string, number>
  price: number
  paid: number
  drawn: number
}

export interface FlownLine {
  /** null: at the standard rate */
  readonly from: DemonstrationPackage | null
  readonly code: string
  /** hundredths */
  readonly quantity: number
}

/**
 * Writes the activity of the demonstration and follows what is left, so that it writes only what the rules accept.
 * References are numbered by kind in the order of the days, once everything is written.
 */
export class DemonstrationDesk {
  readonly rows: DemonstrationRow[] = []
  #refs = 0

  sell(day: number, customer: string, code: string): DemonstrationPackage {
    const ref = this.#ref('CP')
    const lines = linesOfPackage(code)
    const price = sumCents(lines.map((line) => lineDollars(line, line.quantity, 2)))
    this.#write(day, 'desk', { action: 'add_to_package', ref, customer, package: code })
    return {
      ref,
      customer,
      lines,
      left: new Map(lines.map((line) => [line.code, line.quantity])),
      price,
      paid: 0,
      drawn: 0,
    }
  }

  /** A package payment of at most what is owed; none where nothing is. */
  pay(day: number, pack: DemonstrationPackage, amount: number, method: string, failed = false): void {
    const taken = Math.min(amount, pack.price - pack.paid)
    if (taken <= 0) return
    const status = failed ? 'failed' : ''
    const note = failed ? 'declined' : ''
    this.#write(day, 'desk', {
      action: 'package_payment',
      ref: this.#ref('PAY'),
      package: pack.ref,
      amount: money(taken),
      method,
      status,
      note,
    })
    if (!failed) pack.paid += taken
  }

  /** Makes an invoice of what is left of the lines asked for; answers its ref and what its package lines come to. */
  invoice(
    day: number,
    customer: string,
    lines: readonly FlownLine[],
    note = '',
  ): { ref: string; lines: FlownLine[]; drawn: number } {
    const ref = this.#ref('INV')
    const made: FlownLine[] = []
    let drawn = 0
    for (const line of lines) {
      const quantity = line.from ? Math.min(line.quantity, line.from.left.get(line.code) ?? 0) : line.quantity
      if (quantity <= 0) continue
      const terms = line.from?.lines.find(({ code }) => code === line.code)
      if (line.from && terms) {
        line.from.left.set(line.code, (line.from.left.get(line.code) ?? 0) - quantity)
        drawn += lineDollars(terms, hundredths(quantity), 2)
      }
      made.push({ ...line, quantity })
      const cells = {
        customer,
        package: line.from?.ref ?? '',
        code: line.code,
        quantity: quantityText(hundredths(quantity)),
      }
      this.#write(day, 'desk', { action: 'invoice', ref, ...cells, note })
    }
    return { ref, lines: made, drawn }
  }

  payInvoice(day: number, ref: string, method: string, amount?: number, failed = false): void {
    const cells = { method, amount: amount === undefined ? '' : money(amount), status: failed ? 'failed' : '' }
    this.#write(day, 'desk', { action: 'invoice_payment', ref, ...cells })
  }

  /** A flight: invoiced and paid from the package on the same day. False where nothing of it was left. */
  fly(day: number, pack: DemonstrationPackage, lines: readonly Omit<FlownLine, 'from'>[]): boolean {
    const made = this.invoice(
      day,
      pack.customer,
      lines.map((line) => ({ ...line, from: pack })),
    )
    if (made.lines.length === 0) return false
    this.payInvoice(day, made.ref, 'package')
    pack.drawn += made.drawn
    return true
  }

  /** Any other action, written as it is. `kind` makes a reference of its own; else `ref` is the invoice's. */
  other(day: number, kind: string | null, cells: Record<string, string>): void {
    this.#write(day, 'billing', kind ? { ...cells, ref: this.#ref(kind) } : cells)
  }

  #ref(kind: string): string {
    this.#refs += 1
    return `${kind}#${this.#refs}`
  }

  #write(day: number, user: string, cells: Record<string, string>): void {
    this.rows.push({ day, cells: { user, ...cells } })
  }
}

export function money(amount: number): string {
  return amountText(cents(amount), 2)
}
