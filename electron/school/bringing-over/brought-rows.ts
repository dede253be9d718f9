import type { Meanings } from '../../../shared/contract/bring-over.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import type { Rate } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { SheetCells, type SheetTerms } from './cells-of-sheet.ts'
import type { SheetRow } from './sheet.ts'

/** What is left or used of a line, as a row says it. */
export interface BroughtLine {
  readonly code: string
  readonly used: Hundredths | null
  readonly left: Hundredths | null
  /** null: not said */
  readonly included: Hundredths | null
  readonly rate: Rate | null
}

/** A student and a package as the rows about them say; without a package only the account. */
export interface BroughtRow {
  /** the first row about them */
  readonly row: number
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly package: string
  readonly added: BusinessDate | null
  readonly end: BusinessDate | null
  readonly price: Cents | null
  readonly paid: Cents | null
  readonly owed: Cents | null
  readonly account: Cents | null
  readonly lines: readonly BroughtLine[]
}

export interface SheetProblem {
  readonly row: number | null
  readonly message: string
}

/** What belongs to the whole of a student's package: rows of its lines must agree on it. */
const WHOLE = ['name', 'email', 'phone', 'added', 'end', 'price', 'paid', 'owed', 'account'] as const

/**
 * Reads the rows below the names: one a student and package, or one a line of it, which then follow each other or not.
 * What cannot be read is named with its row.
 */
export function broughtRows(
  [names, ...others]: readonly SheetRow[],
  meanings: Meanings,
  terms: SheetTerms,
): { readonly rows: readonly BroughtRow[]; readonly problems: readonly SheetProblem[] } {
  const header = names?.cells ?? []
  const problems: SheetProblem[] = []
  const found = new Map<string, BroughtRow>()
  for (const row of others) {
    const reader = new SheetCells(row, header, meanings, terms)
    const read = brought(reader, meanings, row.row)
    const key = `${read.number} ${read.number === '' ? read.name : ''} ${read.package}`
    const before = found.get(key)
    const differing =
      before && WHOLE.filter((part) => read[part] !== null && read[part] !== '' && read[part] !== before[part])
    const twice = before && read.lines.find(({ code }) => before.lines.some((line) => line.code === code))
    const wrong = [
      ...reader.problems,
      ...(differing && differing.length > 0 ? [say('bring_over.differs', { column: differing.join(', ') })] : []),
      ...(twice ? [say('bring_over.codeTwice', { code: twice.code })] : []),
    ]
    if (wrong.length > 0) problems.push({ row: read.row, message: wrong.join(' ') })
    else found.set(key, before ? { ...before, lines: [...before.lines, ...read.lines] } : read)
  }
  return { rows: [...found.values()], problems }
}

function brought(cells: SheetCells, meanings: Meanings, row: number): BroughtRow {
  return {
    row,
    number: cells.text('number'),
    name: cells.text('name'),
    email: cells.text('email'),
    phone: cells.text('phone'),
    package: cells.text('package'),
    added: cells.day('added'),
    end: cells.day('end'),
    price: cells.amount('price'),
    paid: cells.amount('paid'),
    owed: cells.amount('owed'),
    account: cells.amount('account'),
    lines: linesOf(cells, meanings),
  }
}

function linesOf(cells: SheetCells, meanings: Meanings): BroughtLine[] {
  const codes = new Set(meanings.flatMap((meaning) => meaning?.code ?? []))
  const lines = [...codes].flatMap((code) => lineOf(cells, code, code))
  const code = cells.text('code')
  if (code !== '') return [...lines, ...lineOf(cells, code, null)]
  const plain = (['used', 'left', 'included', 'rate'] as const).some((of) => cells.text(of) !== '')
  if (plain) cells.problems.push(say('bring_over.codeMissing'))
  return lines
}

/** What a row says of a code; nothing where it says nothing. @param own whose columns: null: those of the row's code */
function lineOf(cells: SheetCells, code: string, own: string | null): BroughtLine[] {
  const used = cells.quantity('used', own)
  const left = cells.quantity('left', own)
  const said = cells.quantity('included', own)
  const rate = cells.rate(own)
  const both = used !== null && left !== null ? hundredths(used + left) : null
  if (both !== null && said !== null && both !== said) cells.problems.push(say('bring_over.both', { code }))
  const included = said ?? both
  return used === null && left === null && included === null && rate === null
    ? []
    : [{ code, used, left, included, rate }]
}
