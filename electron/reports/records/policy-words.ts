import {
  runningLowPolicySchema,
  withdrawalPolicySchema,
  type WithdrawalPolicy,
} from '../../../shared/contract/policies.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { quantityDisplay } from '../../../shared/quantity-text.ts'
import { taxPercent } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { percentOnPaper } from '../papers/paper-texts.ts'

/**
 * A policy as it reads in the history of the school; nothing where there is none.
 * @param value as it is kept: JSON
 * @param school how it writes numbers
 */
export function policyWords(name: string, value: string, school: MoneyStyle): string {
  if (value === 'null') return ''
  switch (name) {
    case 'withdrawal': {
      const { repriceUsedHours, fee } = withdrawalPolicySchema.parse(JSON.parse(value))
      return say('records.withdrawal', { repriced: repriceUsedHours ? 'yes' : 'no', fee: feeWords(fee, school) })
    }
    case 'running_low': {
      const { hours, days } = runningLowPolicySchema.parse(JSON.parse(value))
      return say('records.low', { hours: quantityDisplay(hours, 'hour', school.locale), days })
    }
    case 'logo':
      // It is not written out.
      return say('records.a_picture')
    default:
      return value
  }
}

function feeWords(fee: WithdrawalPolicy['fee'], school: MoneyStyle): string {
  switch (fee.kind) {
    case 'none':
      return say('records.fee_none')
    case 'fixed':
      return say('records.fee_fixed', { amount: moneyText(fee.amount, school) })
    case 'percent': {
      // Kept in hundredths of a percent.
      const percent = percentOnPaper(taxPercent(fee.percent * 100), school.locale)
      if (fee.cap === null) return say('records.fee_percent', { percent })
      return say('records.fee_percent_at_most', { percent, cap: moneyText(fee.cap, school) })
    }
  }
}
