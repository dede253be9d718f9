import type { LowReason } from '../../../shared/contract/policies.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { say } from '../../../shared/words/say.ts'

/** Why a package is running low, in a few words. */
export function lowWords(reason: LowReason, style: MoneyStyle): string {
  const hoursOf = (remaining: Hundredths) => quantityWithUnit(remaining, 'hour', style.locale)
  switch (reason.kind) {
    case 'funds':
      return say('packages.lowFunds', { funds: moneyText(reason.funds, style) })
    case 'hours':
      return say('packages.lowHours', { name: reason.name, hours: hoursOf(reason.remaining) })
    case 'pace': {
      const left = { name: reason.name, hours: hoursOf(reason.remaining) }
      if (reason.daysLeft === 0) return say('packages.lowPaceToday', left)
      return say('packages.lowPace', { ...left, days: reason.daysLeft })
    }
  }
}
