import type { Preview } from '../../../shared/contract/action-values.ts'
import type { Invoice } from '../invoices-queries.ts'
import type { FormLine } from './form-line.ts'

/** A rate per unit before tax, and the tax percent, as plain decimals. */
type Taken = Preview['rates'][number]

/** A code that an invoice which is corrected takes at another standard rate or tax than before. */
export interface OtherRate {
  readonly code: string
  readonly now: Taken
  readonly before: Taken
}

/**
 * The codes whose standard rate on the replacement differs from that on the invoice that is corrected, each once. What
 * is drawn from a package keeps its frozen rate, and an agreed amount is nobody's rate.
 * @param rates of the lines, in their order, as the engine takes them
 */
export function otherRates(
  original: Pick<Invoice, 'lines'>,
  lines: readonly Pick<FormLine, 'code' | 'from' | 'agreed'>[],
  rates: Preview['rates'],
): OtherRate[] {
  const others = new Map<string, OtherRate>()
  for (const [place, { code, from, agreed }] of lines.entries()) {
    const now = rates[place]
    const line = original.lines.find((own) => own.code === code && own.packageRef === null && !own.agreed)
    if (code === null || from !== null || agreed.trim() !== '' || !now || !line) continue
    if (now.rate === line.rate && now.taxPercent === line.taxPercent) continue
    others.set(code, { code, now, before: { rate: line.rate, taxPercent: line.taxPercent } })
  }
  return [...others.values()]
}
