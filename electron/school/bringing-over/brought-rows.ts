import type { Meanings } from '../../../shared/contract/bring-over.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import { SheetCells, type SheetTerms } from './cells-of-sheet.ts'

/** What is left or used of a line, as a row says it. */
export interface BroughtLine {
  readonly code: string
  readonly used: Hundredths | null
  readonly left: Hundredths | null
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
  rows: readonly (readonly string[])[],
  meanings: Meanings,
  terms: SheetTerms,
): { readonly rows: readonly BroughtRow[]; readonly problems: readonly SheetProblem[] } {
  const [header = [], ...others] = rows
  const problems: SheetProblem[] = []
  const found = new Map<string, BroughtRow>()
  for (const [index, cells] of others.entries()) {
    const reader = new SheetCells(cells, header, meanings, terms)
    const read = brought(reader, meanings, index + 2)
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
  const lines: BroughtLine[] = []
  const add = (code: string, own: string | null) => {
    const used = cells.quantity('used', own)
    const left = cells.quantity('left', own)
    if (used === null && left === null) return
    if (used !== null && left !== null) cells.problems.push(say('bring_over.both', { code }))
    else lines.push({ code, used, left })
  }
  for (const code of new Set(meanings.flatMap((meaning) => meaning?.code ?? []))) add(code, code)
  const code = cells.text('code')
  const plain = cells.text('used') !== '' || cells.text('left') !== ''
  if (code !== '') add(code, null)
  else if (plain) cells.problems.push(say('bring_over.codeMissing'))
  return lines
}
