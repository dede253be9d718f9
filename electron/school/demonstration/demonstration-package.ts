import { cents, sumCents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { drawDollars, EMPTY_HOLDING, lineDollars, quantityFor, type Holding } from '../../billing/draw.ts'
import { linesOfPackage, type DemonstrationLine } from './demonstration-catalogue.ts'

/** The school's currency has cents. */
export const MINOR_DIGITS = 2

/** A customer package as far as the demonstration follows it: by the draw rule itself, so that nothing drifts. */
export class DemonstrationPackage {
  readonly ref: string
  readonly customer: string
  readonly lines: readonly DemonstrationLine[]
  /** cents */
  readonly price: number
  /** cents */
  paid = 0
  /** cents drawn by invoices paid with the package tender */
  drawn = 0
  readonly #left: Map<string, Holding>

  constructor(ref: string, customer: string, code: string) {
    this.ref = ref
    this.customer = customer
    this.lines = linesOfPackage(code)
    this.#left = new Map(
      this.lines.map((line) => [
        line.code,
        { quantity: line.quantity, dollars: lineDollars(line, line.quantity, MINOR_DIGITS) },
      ]),
    )
    this.price = sumCents([...this.#left.values()].map(({ dollars }) => dollars))
  }

  /** cents */
  get owed(): number {
    return this.price - this.paid
  }

  /** cents; below zero where more was used than paid */
  get funds(): number {
    return this.paid - this.drawn
  }

  /** hundredths */
  left(code: string): number {
    return this.#holding(code).quantity
  }

  /** How much of the first line, the aircraft, was used: 0 to 1. */
  get progress(): number {
    const [aircraft] = this.lines
    return aircraft ? 1 - this.left(aircraft.code) / aircraft.quantity : 1
  }

  /** Takes at most what is left of a line; answers what was taken. */
  take(code: string, wantedHundredths: number): Holding {
    const left = this.#holding(code)
    const quantity = hundredths(Math.min(wantedHundredths, left.quantity))
    if (quantity === 0) return EMPTY_HOLDING
    const taken = { quantity, dollars: drawDollars(this.#terms(code), left, quantity, MINOR_DIGITS) }
    this.#change(code, -1, taken)
    return taken
  }

  giveBack(code: string, taken: Holding): void {
    this.#change(code, 1, taken)
  }

  transfer(code: string, quantityHundredths: number, to: string): void {
    const { dollars } = this.take(code, quantityHundredths)
    const quantity = quantityFor(this.#terms(to), dollars, MINOR_DIGITS)
    if (!quantity) throw new Error(`${quantityHundredths} of ${code} buy nothing of ${to}`)
    this.#change(to, 1, { quantity, dollars })
  }

  #change(code: string, sign: 1 | -1, by: Holding): void {
    const { quantity, dollars } = this.#holding(code)
    this.#left.set(code, {
      quantity: hundredths(quantity + sign * by.quantity),
      dollars: cents(dollars + sign * by.dollars),
    })
  }

  #holding(code: string): Holding {
    return this.#left.get(code) ?? EMPTY_HOLDING
  }

  #terms(code: string): DemonstrationLine {
    const line = this.lines.find((candidate) => candidate.code === code)
    if (!line) throw new Error(`${this.ref} has no ${code}`)
    return line
  }
}
