import type { LowReason } from '../../../shared/contract/policies.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'

/** Why a package is running low, in a few words. */
export function lowWords(reason: LowReason, style: MoneyStyle): string {
  switch (reason.kind) {
    case 'funds':
      return `package funds ${moneyText(reason.funds, style)}`
    case 'hours':
      return `${quantityWithUnit(reason.remaining, 'hour', style.locale)} of ${reason.name} left`
    case 'pace':
      return `${quantityWithUnit(reason.remaining, 'hour', style.locale)} of ${reason.name} left, ${lasts(reason.daysLeft)}`
  }
}

function lasts(days: number): string {
  if (days === 0) return 'used up today at this pace'
  return `used up in ${days} ${days === 1 ? 'day' : 'days'} at this pace`
}
