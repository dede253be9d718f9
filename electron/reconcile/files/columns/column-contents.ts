import { currencyOf } from '../../../../shared/currency.ts'
import { isEmptyAmount, looksLikeAmount } from '../cells/amount.ts'
import { looksLikeDate, looksLikeSerial } from '../cells/date-forms.ts'

/** What stands in a column, as parts of the cells that are filled. */
export interface Contents {
  /** how many cells are filled */
  readonly filled: number
  readonly dates: number
  /** days since 1900, or seconds since 1970: dates only where the name of the column says so */
  readonly serials: number
  readonly amounts: number
  readonly currencies: number
  readonly numbers: number
  /** how many different cells there are, of the first thousand */
  readonly distinct: ReadonlySet<string>
}

const LOOKED_AT = 1_000

/** What stands in each column below its name. */
export function contentsOf(rows: readonly (readonly string[])[], width: number): Contents[] {
  const some = rows.slice(0, LOOKED_AT)
  return Array.from({ length: width }, (_, place) => columnContents(some.map((cells) => (cells[place] ?? '').trim())))
}

function columnContents(cells: readonly string[]): Contents {
  const filled = cells.filter((cell) => cell !== '')
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  return {
    filled: filled.length,
    dates: share(looksLikeDate),
    serials: share(looksLikeSerial),
    amounts: share((cell) => isEmptyAmount(cell) || looksLikeAmount(cell)),
    currencies: share((cell) => /^[a-z]{3}$/i.test(cell) && currencyOf(cell.toUpperCase()) !== undefined),
    numbers: share((cell) => /^[\d.,]+$/.test(cell)),
    distinct: new Set(filled),
  }
}
