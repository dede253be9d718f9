import type { LineKind } from '../../../shared/contract/values.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { parseTypedQuantity } from '../../../shared/typed-numbers.ts'

/** What was typed as hours or pieces: hundredths, or null with a problem to show once something was typed. */
export function readQuantity(
  typed: string,
  locale: string,
  kind: LineKind,
): { quantity: Hundredths | null; problem: string | null } {
  if (typed.trim() === '') return { quantity: null, problem: null }
  const parsed = parseTypedQuantity(typed, locale, kind)
  return typeof parsed === 'object' ? { quantity: null, problem: parsed.problem } : { quantity: parsed, problem: null }
}
