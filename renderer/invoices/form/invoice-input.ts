import type { Basis } from '../../../shared/contract/action-values.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Invoice, Overview } from '../invoices-queries.ts'
import type { Cents } from '../../../shared/money.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { parseTypedAmount } from '../../../shared/typed-numbers.ts'
import { quantityOf, type FormLine } from './form-line.ts'

export type MakeInput = CallInput<'invoices.make'> & { readonly basis: Basis[] }

interface Written {
  readonly customer: string | null
  readonly lines: readonly FormLine[]
  readonly note: string
  readonly date: BusinessDate | null
}

/** What the form asks the engine to make, or null while a line is not complete. */
export function makeInput(
  { customer, lines, note, date }: Written,
  overview: Overview | undefined,
  original: Invoice | null,
  school: MoneyStyle,
): MakeInput | null {
  const complete = lines.flatMap((line) => {
    const quantity = quantityOf(line, school.locale)
    if (line.code === null || quantity === null || quantity === 0) return []
    const agreed = line.from === null ? agreedOf(line, school) : null
    if (agreed === 'unreadable') return []
    return [{ package: line.from, code: line.code, quantity, note: '', amount: agreed }]
  })
  if (customer === null || !overview || complete.length === 0 || complete.length < lines.length) return null
  return { date, note, basis: basisOf(overview, lines, original), customer, lines: complete }
}

/** The agreed amount of a line, or null where there is none. */
function agreedOf({ agreed }: FormLine, school: MoneyStyle): Cents | null | 'unreadable' {
  if (agreed.trim() === '') return null
  const parsed = parseTypedAmount(agreed, school)
  return typeof parsed === 'object' ? 'unreadable' : parsed
}

/** The packages drawn from, and the invoice to be corrected with the packages on it, as they are now. */
function basisOf(overview: Overview, lines: readonly FormLine[], original: Invoice | null): Basis[] {
  const known = original?.basis ?? []
  const drawn = new Set(lines.flatMap(({ from }) => from ?? []))
  for (const { of, ref } of known) if (of === 'package') drawn.delete(ref)
  const packages = overview.packages.filter(({ ref }) => drawn.has(ref))
  return [...known, ...packages.map(({ ref, lastEntry }) => ({ of: 'package' as const, ref, entry: lastEntry }))]
}
