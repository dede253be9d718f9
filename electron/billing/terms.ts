import type { Cents } from '../../shared/money.ts'
import { moneyText } from '../../shared/money-text.ts'
import { quantityText, type Hundredths } from '../../shared/quantity.ts'

/** What of the school's terms the rules need. */
export interface BillingTerms {
  readonly currency: string
  /** BCP 47: how its money reads in a sentence */
  readonly locale: string
  readonly minorDigits: number
  /** whether package funds may go below zero (used before paid) */
  readonly fundsBelowZero: boolean
}

/** An amount inside a sentence, as the screens show it: $12,350.44. */
export function inWords(terms: BillingTerms, amount: Cents): string {
  return moneyText(amount, terms)
}

/** A quantity inside a sentence: 1.30 of C172S. */
export function quantityInWords(quantity: Hundredths, code: string): string {
  return `${quantityText(quantity)} of ${code}`
}
