import { cents, type Cents } from '../../../shared/money.ts'
import { taxPercent, type TaxPercent } from '../../../shared/rate.ts'
import { containedTax } from '../activity/contained-tax.ts'

/** What is taxed at one rate: net + tax is what its lines come to. */
export interface TaxSum {
  readonly percent: TaxPercent
  readonly net: Cents
  readonly tax: Cents
}

/**
 * Net and tax of some lines for each tax rate, the lowest first. The tax in a line is rounded for the line, as the
 * reports and the journal count it, so that paper and books agree.
 */
export function taxSums(lines: readonly { readonly taxPercent: TaxPercent; readonly amount: Cents }[]): TaxSum[] {
  const rates = [...new Set(lines.map((line) => line.taxPercent))].toSorted((one, other) => one - other)
  return rates.map((percent) => {
    const own = lines.filter((line) => line.taxPercent === percent)
    const gross = own.reduce((sum, { amount }) => sum + amount, 0)
    const tax = own.reduce((sum, { amount }) => sum + containedTax(amount, percent), 0)
    return { percent: taxPercent(percent), net: cents(gross - tax), tax: cents(tax) }
  })
}
