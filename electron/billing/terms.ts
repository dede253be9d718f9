import type { BusinessDate } from '../../shared/dates.ts'
import { businessDateAt } from '../../shared/dates.ts'
import type { Cents } from '../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../shared/money-text.ts'
import type { SchoolTerms } from './school-store.ts'

/** What of the school's terms the rules need. */
export interface BillingTerms {
  readonly currency: string
  /** BCP 47: how its money reads in a sentence */
  readonly locale: string
  readonly minorDigits: number
  /** whether package funds may go below zero (used before paid) */
  readonly fundsBelowZero: boolean
  /** the step to which cash is rounded, in minor units; 0: it is not */
  readonly cashStep: number
  /** the business date at the school: nothing is dated after it */
  readonly today: BusinessDate
  /** a sale today at the desk, or a past one that comes in: only the first is refused for what is deactivated */
  readonly selling: 'today' | 'past'
}

/** The terms under which the school records something now. */
export function billingTerms(school: SchoolTerms, now: Date, selling: BillingTerms['selling'] = 'today'): BillingTerms {
  const { currency, locale, minorDigits, fundsBelowZero, cashStep } = school
  const today = businessDateAt(now, school.timeZone)
  return { currency, locale, minorDigits, fundsBelowZero, cashStep, today, selling }
}

/** An amount inside a sentence, as the screens show it: $12,350.44. */
export function inWords(terms: MoneyStyle, amount: Cents): string {
  return moneyText(amount, terms)
}
