import type { CallInput } from '../../../shared/contract/index.ts'
import type { Overview } from '../invoices-queries.ts'
import { quantityOf, type FormLine } from './form-line.ts'

type MakeInput = CallInput<'invoices.make'>

/** What the form asks the engine to make, or null while a line is not complete. */
export function makeInput(
  customer: string | null,
  overview: Overview | undefined,
  lines: readonly FormLine[],
  note: string,
): MakeInput | null {
  const complete = lines.flatMap((line) => {
    const quantity = quantityOf(line)
    if (line.code === null || quantity === null || quantity === 0) return []
    return [{ package: line.from, code: line.code, quantity, note: '' }]
  })
  if (customer === null || !overview || complete.length === 0 || complete.length < lines.length) return null
  return { date: null, note, basis: basisOf(overview, lines), customer, lines: complete }
}

/** The packages drawn from, as they were when the form showed them. */
function basisOf(overview: Overview, lines: readonly FormLine[]): MakeInput['basis'] {
  const drawn = new Set(lines.flatMap(({ from }) => from ?? []))
  return overview.packages.filter(({ ref }) => drawn.has(ref)).map(({ ref, lastEntry }) => ({ ref, entry: lastEntry }))
}
