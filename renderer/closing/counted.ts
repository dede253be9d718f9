import type { CallInput } from '../../shared/contract/index.ts'
import type { CountedTender, Expected } from '../../shared/contract/closings.ts'
import { cents, type Cents } from '../../shared/money.ts'
import type { MoneyStyle } from '../../shared/money-text.ts'
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

/** What the form begins with: nothing counted in cash, and what is expected of the others. */
export function emptyCount(expected: Expected, style: MoneyStyle): Count {
  return {
    pieces: {},
    float: typedAmountText(expected.lastFloat, style),
    others: Object.fromEntries(
      expected.tenders
        .filter(({ tender }) => tender !== 'cash')
        .map((row) => [row.tender, typedAmountText(row.expected, style)]),
    ),
    explanations: {},
    note: '',
  }
}

/** What was counted of a tender; null while something typed is no number. */
export function countedOf(count: Count, tender: CountedTender, style: MoneyStyle): Cents | null {
  if (tender !== 'cash') return signedAmount(count.others[tender] ?? '', style)
  const float = signedAmount(count.float, style)
  if (float === null) return null
  let drawer = 0
  for (const [value, typed] of Object.entries(count.pieces)) {
    const number = piecesOf(typed)
    if (number === null) return null
    drawer += Number(value) * number
  }
  return cents(drawer - float)
}

/** What goes to the engine; null while something typed is no number. */
export function closeInput(count: Count, expected: Expected, style: MoneyStyle): CallInput<'closings.close'> | null {
  const counted = expected.tenders.map(({ tender }) => ({ tender, counted: countedOf(count, tender, style) }))
  const float = signedAmount(count.float, style)
  if (float === null || counted.some((row) => row.counted === null)) return null
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
      tender === 'cash' || amount === null
        ? []
        : [{ tender, counted: amount, explanation: count.explanations[tender] ?? '' }],
    ),
    note: count.note,
  }
}

/** How many pieces were typed: empty is none; null where it is no whole number. */
export function piecesOf(typed: string): number | null {
  const text = typed.trim()
  if (text === '') return 0
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** More may have gone back than came in: a minus is taken. */
function signedAmount(typed: string, style: MoneyStyle): Cents | null {
  const text = typed.trim()
  const negative = /^[-−]/.test(text)
  const parsed = text === '' ? cents(0) : parseTypedAmount(negative ? text.slice(1) : text, style)
  if (typeof parsed === 'object') return null
  return cents(negative ? -parsed : parsed)
}
