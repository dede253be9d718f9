import type { Meaning, Meanings } from '../../../shared/contract/bring-over.ts'
import { parseBusinessDate, type BusinessDate } from '../../../shared/dates.ts'
import { parseAmount, type Cents } from '../../../shared/money.ts'
import { parseQuantity, type Hundredths } from '../../../shared/quantity.ts'
import { typedDecimal } from '../../../shared/typed-decimal.ts'
import { say } from '../../../shared/words/say.ts'

export interface SheetTerms {
  readonly locale: string
  readonly minorDigits: number
}

/** One row of the spreadsheet by the meanings of its columns; what cannot be read becomes a problem of the row. */
export class SheetCells {
  readonly problems: string[] = []
  readonly #cells: readonly string[]
  readonly #header: readonly string[]
  readonly #meanings: Meanings
  readonly #terms: SheetTerms

  constructor(cells: readonly string[], header: readonly string[], meanings: Meanings, terms: SheetTerms) {
    this.#cells = cells
    this.#header = header
    this.#meanings = meanings
    this.#terms = terms
  }

  text(of: Meaning['of'], code: string | null = null): string {
    return this.#cells[this.#place(of, code)] ?? ''
  }

  day(of: Meaning['of']): BusinessDate | null {
    const text = this.text(of)
    if (text === '') return null
    const day = parseBusinessDate(text)
    if (typeof day === 'string') return day
    this.problems.push(say('bring_over.notADay', { column: this.#title(of, null), text: text.slice(0, 40) }))
    return null
  }

  amount(of: Meaning['of']): Cents | null {
    return this.#number(of, null, this.#terms.minorDigits, (text) => parseAmount(text, this.#terms.minorDigits))
  }

  quantity(of: 'used' | 'left', code: string | null): Hundredths | null {
    return this.#number(of, code, 2, parseQuantity)
  }

  #number<Value extends number>(
    of: Meaning['of'],
    code: string | null,
    places: number,
    parse: (text: string) => Value | { problem: string },
  ): Value | null {
    const text = this.text(of, code)
    if (text === '') return null
    const plain = typedDecimal(text, this.#terms.locale, places)
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
