import { Decimal } from 'decimal.js'
import type { WithdrawalPolicy } from '../../shared/contract/policies.ts'
import type { MoneyStyle } from '../../shared/money-text.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import type { Hundredths } from '../../shared/quantity.ts'
import { quantityWithUnit } from '../../shared/quantity-text.ts'
import { lineDollars, type LineTerms } from './draw.ts'
import { inWords } from './terms.ts'
import { say } from '../../shared/words/say.ts'

/** An hour type of the package, as far as it was used. */
export interface UsedHours {
  readonly code: string
  readonly quantity: Hundredths
  /** what they were charged at, by whatever tender */
  readonly dollars: Cents
  /** the catalogue's */
  readonly standard: LineTerms
}

/** Amounts that add up to the refund; what the school keeps is negative. */
export interface Workings {
  readonly workings: readonly { readonly words: string; readonly amount: Cents }[]
  readonly refund: Cents
}

/**
 * What a leaver gets back under the school's policy: unspent funds, less what used hours would have cost more at
 * standard rates, less the fee. Never below 0, and never more than the unspent funds.
 */
export function withdrawalOf(
  terms: MoneyStyle,
  policy: WithdrawalPolicy,
  funds: Cents,
  used: readonly UsedHours[],
): Workings {
  const start = { words: say('withdrawal.unspent_package_funds'), amount: funds }
  if (funds <= 0) return { workings: [start, ...nothingBack(funds)], refund: cents(0) }
  const repriced = policy.repriceUsedHours ? used.flatMap((hours) => reprice(terms, hours)) : []
  const unused = cents(Math.max(0, funds + sumCents(repriced.map(({ amount }) => amount))))
  const workings = [start, ...repriced, ...fee(terms, policy, unused)]
  const sum = sumCents(workings.map(({ amount }) => amount))
  return { workings: [...workings, ...nothingBack(sum)], refund: cents(Math.max(0, sum)) }
}

/** Hours that cost less at the standard rate than in the package give nothing back. */
function reprice(terms: MoneyStyle, { code, quantity, dollars, standard }: UsedHours): Workings['workings'] {
  const atStandard = lineDollars(standard, quantity, terms.minorDigits)
  if (quantity === 0 || atStandard <= dollars) return []
  const hours = quantityWithUnit(quantity, 'hour', terms.locale)
  const words = say('withdrawal.used_at_standard_rate', {
    hours,
    code,
    standard: inWords(terms, atStandard),
    charged: inWords(terms, dollars),
  })
  return [{ words, amount: cents(dollars - atStandard) }]
}

function fee(terms: MoneyStyle, { fee: rule }: WithdrawalPolicy, unused: Cents): Workings['workings'] {
  switch (rule.kind) {
    case 'none':
      return []
    case 'fixed':
      return kept(say('withdrawal.administration_fee'), cents(Math.min(rule.amount, unused)))
    case 'percent': {
      const share = cents(
        new Decimal(unused).times(rule.percent).div(10_000).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
      )
      const capped = rule.cap !== null && share > rule.cap ? rule.cap : share
      const asked = { percent: rule.percent / 100, unused: inWords(terms, unused) }
      const words =
        rule.cap === null
          ? say('withdrawal.administration_fee_percent', asked)
          : say('withdrawal.administration_fee_capped', { ...asked, most: inWords(terms, rule.cap) })
      return kept(words, capped)
    }
  }
}

function kept(words: string, amount: Cents): Workings['workings'] {
  return amount === 0 ? [] : [{ words, amount: cents(-amount) }]
}

/** Where the sum is below zero, nothing is given back and nothing is asked for. */
function nothingBack(sum: number): Workings['workings'] {
  return sum < 0 ? [{ words: say('withdrawal.not_asked_for_from_the_customer'), amount: cents(-sum) }] : []
}
