import type { Meaning, Meanings } from '../../../shared/contract/bring-over.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { parseAmount, type Cents } from '../../../shared/money.ts'
import { parseQuantity, type Hundredths } from '../../../shared/quantity.ts'
import { parseRate, type Rate } from '../../../shared/rate.ts'
import { typedDay, typedDayText } from '../../../shared/typed-day.ts'
import { typedDecimal } from '../../../shared/typed-decimal.ts'
import { say } from '../../../shared/words/say.ts'
import type { SheetRow } from './sheet.ts'

export interface SheetTerms {
  readonly locale: string
  readonly minorDigits: number
  readonly today: BusinessDate
}

/** One row of the spreadsheet by the meanings of its columns; what cannot be read becomes a problem of the row. */
export class SheetCells {
  readonly problems: string[] = []
  readonly #row: SheetRow
  readonly #header: readonly string[]
  readonly #meanings: Meanings
  readonly #terms: SheetTerms

  constructor(row: SheetRow, header: readonly string[], meanings: Meanings, terms: SheetTerms) {
    this.#row = row
    this.#header = header
    this.#meanings = meanings
    this.#terms = terms
  }

  text(of: Meaning['of'], code: string | null = null): string {
    return this.#row.cells[this.#place(of, code)] ?? ''
  }

  day(of: Meaning['of']): BusinessDate | null {
    const text = this.text(of)
    if (text === '') return null
    const { locale, today } = this.#terms
    // In the school's order, or as 2026-01-31; a year must be written whole.
    const day = /\d{4}/.test(text) ? typedDay(text, locale, today) : null
    if (day !== null) return day
    const example = typedDayText(today, locale)
    this.problems.push(say('bring_over.notADay', { column: this.#title(of, null), text: text.slice(0, 40), example }))
    return null
  }

  amount(of: Meaning['of']): Cents | null {
    return this.#number(of, null, this.#terms.minorDigits, (text) => parseAmount(text, this.#terms.minorDigits))
  }

  quantity(of: 'used' | 'left' | 'included', code: string | null): Hundredths | null {
    return this.#number(of, code, 2, parseQuantity)
  }

  rate(code: string | null): Rate | null {
    return this.#number('rate', code, 4, parseRate)
  }

  #number<Value extends number>(
    of: Meaning['of'],
    code: string | null,
    places: number,
    parse: (text: string) => Value | { problem: string },
  ): Value | null {
    const text = this.text(of, code)
    if (text === '') return null
    const isNumber = this.#row.numbers.has(this.#place(of, code))
    const plain = isNumber ? text : typedDecimal(text, this.#terms.locale, places)
    const value = typeof plain === 'string' ? parse(plain) : plain
    if (typeof value === 'number') return value
    this.problems.push(say('bring_over.notANumber', { column: this.#title(of, code), text: text.slice(0, 40) }))
    return null
  }

  #place(of: Meaning['of'], code: string | null): number {
    return this.#meanings.findIndex((meaning) => meaning?.of === of && meaning.code === code)
  }

  #title(of: Meaning['of'], code: string | null): string {
    return this.#header[this.#place(of, code)] ?? of
  }
}
