import type { CallInput } from '../../shared/contract/index.ts'
import type { CountedTender, Expected } from '../../shared/contract/closings.ts'
import { cents, type Cents } from '../../shared/money.ts'
import type { MoneyStyle } from '../../shared/money-text.ts'
import { typedWhole } from '../../shared/typed-whole.ts'
import { parseTypedAmount, typedAmountText } from '../../shared/typed-numbers.ts'

/** A count as it is typed. */
export interface Count {
  /** how many of each denomination, by its value */
  readonly pieces: Readonly<Record<number, string>>
  readonly float: string
  /** by tender, what was counted of those that are not cash */
  readonly others: Readonly<Partial<Record<CountedTender, string>>>
  readonly explanations: Readonly<Partial<Record<CountedTender, string>>>
  readonly note: string
}

type TenderRow = Expected['tenders'][number]

/** What was counted of a tender, that nobody has counted it yet, or that what is typed is no number. */
export type Counted = Cents | 'uncounted' | 'unread'

/** What the form begins with: nothing counted. A count that is filled in with what is expected would check nothing. */
export function emptyCount(expected: Expected, style: MoneyStyle): Count {
  return { pieces: {}, float: typedAmountText(expected.lastFloat, style), others: {}, explanations: {}, note: '' }
}

/** What was counted of a tender. Where nothing came in or went back and nothing is typed, there is nothing to count. */
export function countedOf(count: Count, row: TenderRow, style: MoneyStyle): Counted {
  const nothingMoved = row.receipts + row.returns === 0
  if (row.tender !== 'cash') {
    const typed = count.others[row.tender] ?? ''
    if (typed.trim() === '') return nothingMoved ? cents(0) : 'uncounted'
    const read = signedAmount(typed, style)
    return typeof read === 'object' ? 'unread' : read
  }
  const float = signedAmount(count.float, style)
  if (typeof float === 'object') return 'unread'
  const typed = Object.entries(count.pieces).filter(([, text]) => text.trim() !== '')
  if (typed.length === 0 && !(nothingMoved && float === 0)) return 'uncounted'
  let drawer = 0
  for (const [value, text] of typed) {
    const number = piecesOf(text)
    if (number === null) return 'unread'
    drawer += Number(value) * number
  }
  return cents(drawer - float)
}

/** The tenders that still have to be counted. */
export function uncounted(count: Count, { tenders }: Expected, style: MoneyStyle): readonly CountedTender[] {
  return tenders.filter((row) => countedOf(count, row, style) === 'uncounted').map(({ tender }) => tender)
}

/** What goes to the engine; null while something is not counted, or typed is no number. */
export function closeInput(count: Count, expected: Expected, style: MoneyStyle): CallInput<'closings.close'> | null {
  const counted = expected.tenders.map((row) => ({ tender: row.tender, counted: countedOf(count, row, style) }))
  const float = signedAmount(count.float, style)
  if (typeof float === 'object' || counted.some((row) => typeof row.counted === 'string')) return null
  return {
    days: { from: expected.from, to: expected.to },
    basis: expected.lastEntry,
    cash: {
      pieces: Object.entries(count.pieces).flatMap(([value, typed]) => {
        const number = piecesOf(typed) ?? 0
        return number === 0 ? [] : [{ value: Number(value), count: number }]
      }),
      float,
      explanation: count.explanations.cash ?? '',
    },
    others: counted.flatMap(({ tender, counted: amount }) =>
      tender === 'cash' || typeof amount === 'string'
        ? []
        : [{ tender, counted: amount, explanation: count.explanations[tender] ?? '' }],
    ),
    note: count.note,
  }
}

/** How many pieces were typed: empty is none; null where it is no whole number. */
export function piecesOf(typed: string): number | null {
  return typed.trim() === '' ? 0 : typedWhole(typed, 6)
}

/** What is wrong with an amount of the count; nothing typed is not wrong. */
export function countProblem(typed: string, style: MoneyStyle): string | null {
  const read = signedAmount(typed, style)
  return typeof read === 'object' ? read.problem : null
}

/** More may have gone back than came in: a minus is taken. */
function signedAmount(typed: string, style: MoneyStyle): Cents | { readonly problem: string } {
  const text = typed.trim()
  const negative = /^[-−]/.test(text)
  const parsed = text === '' ? cents(0) : parseTypedAmount(negative ? text.slice(1) : text, style)
  return negative && typeof parsed === 'number' ? cents(-parsed) : parsed
}
