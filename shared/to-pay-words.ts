import { cents, type Cents } from './money.ts'
import { moneyText, type MoneyStyle } from './money-text.ts'
import { say } from './words/say.ts'

/** Why what is still to be paid for what remains is not what is owed; null where it is the same. */
export function toPayReason(owed: Cents, toPay: Cents, style: MoneyStyle): string | null {
  if (owed === toPay) return null
  const amount = moneyText(cents(Math.abs(owed - toPay)), style)
  return toPay < owed ? say('balance.toPayLess', { amount }) : say('balance.toPayMore', { amount })
}
