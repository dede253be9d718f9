import { tenderSchema, type Tender } from '../../../shared/contract/values.ts'
import { parseBusinessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents, parseAmount, type Cents } from '../../../shared/money.ts'
import { hundredths, parseQuantity, type Hundredths } from '../../../shared/quantity.ts'
import { parseRate, parseTaxPercent, rate, taxPercent, type Rate, type TaxPercent } from '../../../shared/rate.ts'
import { shortened } from './school-rows.ts'
import { say } from '../../../shared/words/say.ts'

/** Reads the cells of one row and notes what is wrong; a value that could not be read must not be used then. */
export class CellReader {
  readonly problems: string[] = []
  /** those of the problems that are about something that stands in another file */
  readonly missing: string[] = []
  readonly #cells: Readonly<Record<string, string>>

  constructor(cells: Readonly<Record<string, string>>) {
    this.#cells = cells
  }

  /** Notes that what the row names is not there. */
  notThere(problem: string): void {
    this.problems.push(problem)
    this.missing.push(problem)
  }

  /** Whether all that is wrong is that what the row names is not there. */
  get lacksOnly(): boolean {
    return this.missing.length > 0 && this.missing.length === this.problems.length
  }

  /** A text that may be empty. */
  text(column: string): string {
    return this.#cells[column] ?? ''
  }

  /** A text that must be there. */
  needed(column: string): string {
    const text = this.text(column)
    if (text.trim() === '') this.problems.push(say('activity_csv.column_is_empty', { column }))
    return text
  }

  oneOf<Word extends string>(column: string, words: readonly Word[]): Word | undefined {
    const text = this.needed(column)
    const found = words.find((word) => word === text)
    if (!found && text.trim() !== '')
      this.problems.push(say('activity_csv.none_of_words', { column, shown: shortened(text), words: words.join(', ') }))
    return found
  }

  rate(column: string): Rate {
    return this.#parsed(column, parseRate, rate(0))
  }

  taxPercent(column: string): TaxPercent {
    return this.#parsed(column, parseTaxPercent, taxPercent(0))
  }

  quantity(column: string): Hundredths {
    const quantity = this.#parsed(column, parseQuantity, hundredths(1))
    if (quantity === 0) this.problems.push(say('activity_csv.column_must_be_more_than_0', { column }))
    return quantity
  }

  /** A quantity that gives, or below 0 takes back. */
  signedQuantity(column: string): Hundredths {
    const text = this.text(column)
    const down = text.startsWith('-')
    const quantity = this.#parsed(column, (whole) => parseQuantity(down ? whole.slice(1) : whole), hundredths(1))
    if (quantity === 0) this.problems.push(say('activity_csv.column_must_not_be_0', { column }))
    return hundredths(down ? -quantity : quantity)
  }

  optionalQuantity(column: string): Hundredths | null {
    return this.text(column) === '' ? null : this.quantity(column)
  }

  amount(column: string, minorDigits: number): Cents {
    return this.#parsed(column, (text) => parseAmount(text, minorDigits), cents(0))
  }

  optionalAmount(column: string, minorDigits: number): Cents | null {
    return this.text(column) === '' ? null : this.amount(column, minorDigits)
  }

  date(column: string): BusinessDate {
    return this.#parsed(column, parseBusinessDate, '1900-01-01' as BusinessDate)
  }

  optionalDate(column: string): BusinessDate | null {
    return this.text(column) === '' ? null : this.date(column)
  }

  /** A whole number of 1 or more that may be left out; null then. */
  optionalCount(column: string, most: number): number | null {
    const text = this.text(column)
    if (text === '') return null
    const count = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0
    if (count >= 1 && count <= most) return count
    this.problems.push(say('activity_csv.not_a_whole_number', { column, shown: shortened(text), most }))
    return null
  }

  tender(column: string): Tender {
    return this.oneOf(column, tenderSchema.options) ?? 'cash'
  }

  /** status: succeeded (or empty), failed */
  failed(column: string): boolean {
    const text = this.text(column)
    if (!['', 'succeeded', 'failed'].includes(text)) {
      this.problems.push(
        say('activity_csv.none_of_words', { column, shown: shortened(text), words: 'succeeded, failed' }),
      )
    }
    return text === 'failed'
  }

  #parsed<T extends string | number>(column: string, parse: (text: string) => T | { problem: string }, instead: T): T {
    const text = this.needed(column)
    if (text.trim() === '') return instead
    const value = parse(text)
    if (typeof value !== 'object') return value
    this.problems.push(`${column}: ${value.problem}.`)
    return instead
  }
}
