import type { BusinessDate } from '../../shared/dates.ts'
import type { LineTerms } from './draw.ts'

/** A standard rate and tax from a day on. */
export interface RateFrom extends Pick<LineTerms, 'rate' | 'taxPercent'> {
  readonly from: BusinessDate
}

/** What is in force on a day: the latest that began by then, or what held before the first. `rates`: by their days. */
export function rateOn(
  before: Pick<LineTerms, 'rate' | 'taxPercent'>,
  rates: readonly RateFrom[],
  day: BusinessDate,
): Pick<LineTerms, 'rate' | 'taxPercent'> {
  const { rate, taxPercent } = rates.findLast(({ from }) => from <= day) ?? before
  return { rate, taxPercent }
}
