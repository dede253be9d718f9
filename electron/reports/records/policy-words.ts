import {
  runningLowPolicySchema,
  withdrawalPolicySchema,
  type WithdrawalPolicy,
} from '../../../shared/contract/policies.ts'
import { fixedDecimal } from '../../../shared/decimal-text.ts'
import { quantityText } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * A policy as it reads in the history of the school; nothing where there is none.
 * @param value as it is kept: JSON
 * @param minorDigits of the school's currency
 */
export function policyWords(name: string, value: string, minorDigits: number): string {
  if (value === 'null') return ''
  switch (name) {
    case 'withdrawal': {
      const { repriceUsedHours, fee } = withdrawalPolicySchema.parse(JSON.parse(value))
      return say('records.withdrawal', { repriced: repriceUsedHours ? 'yes' : 'no', fee: feeWords(fee, minorDigits) })
    }
    case 'running_low': {
      const { hours, days } = runningLowPolicySchema.parse(JSON.parse(value))
      return say('records.low', { hours: quantityText(hours), days })
    }
    case 'logo':
      // It is not written out.
      return say('records.a_picture')
    default:
      return value
  }
}

function feeWords(fee: WithdrawalPolicy['fee'], minorDigits: number): string {
  switch (fee.kind) {
    case 'none':
      return say('records.fee_none')
    case 'fixed':
      return say('records.fee_fixed', { amount: fixedDecimal(fee.amount, minorDigits) })
    case 'percent': {
      const percent = fixedDecimal(fee.percent, 2)
      if (fee.cap === null) return say('records.fee_percent', { percent })
      return say('records.fee_percent_at_most', { percent, cap: fixedDecimal(fee.cap, minorDigits) })
    }
  }
}
