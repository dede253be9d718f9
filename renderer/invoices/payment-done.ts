import type { Cents } from '../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import type { PaymentStep } from './payment-plan.ts'

interface PaymentDone {
  readonly ref: string
  readonly steps: readonly PaymentStep[]
  readonly failed: boolean
  readonly change: Cents
  /** what the invoice says is due now */
  readonly due: Cents
}

/** What was paid and how, what becomes of more than that, and what is still due: whole sentences, one after another. */
export function paymentDone({ ref, steps, failed, change, due }: PaymentDone, style: MoneyStyle): string {
  const money = (amount: Cents) => moneyText(amount, style)
  const sentences = steps.map(({ for: what, method, amount }) => {
    const words = { ref, amount: money(amount), tender: method }
    if (failed) return say('payments.failed', words)
    return say(what === 'account' ? 'payments.kept' : 'payments.by', words)
  })
  if (change > 0) sentences.push(say('payments.change', { amount: money(change) }))
  sentences.push(
    due === 0 ? say('payments.nothingDue', { ref }) : say('payments.stillDue', { ref, amount: money(due) }),
  )
  return sentences.join(' ')
}
