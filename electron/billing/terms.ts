import { amountText, type Cents } from '../../shared/money.ts'
import { quantityText, type Hundredths } from '../../shared/quantity.ts'

/** What of the school's terms the rules need. */
export interface BillingTerms {
  readonly currency: string
  readonly minorDigits: number
  /** whether package funds may go below zero (used before paid) */
  readonly fundsBelowZero: boolean
}

/** An amount inside a sentence: 12350.44 USD. */
export function inWords(terms: BillingTerms, amount: Cents): string {
  return `${amountText(amount, terms.minorDigits)} ${terms.currency}`
}

/** A quantity inside a sentence: 1.30 of C172S. */
export function quantityInWords(quantity: Hundredths, code: string): string {
  return `${quantityText(quantity)} of ${code}`
}
