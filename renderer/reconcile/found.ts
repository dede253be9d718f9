import type { OpenLine, Proposal, RecordedPayment } from '../../shared/contract/reconcile.ts'
import { foldText } from '../../shared/folded-text.ts'
import { moneyText, type MoneyStyle } from '../../shared/money-text.ts'

/** Whether a text has all words that were typed, without regard to case and accents; amounts count as they are shown. */
export function hasWords(text: string, typed: string): boolean {
  const within = plain(text)
  return plain(typed)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

export function lineText(line: OpenLine, style: MoneyStyle): string {
  return [line.date, line.name, line.text, line.reference, line.payout, moneyText(line.amount, style)].join(' ')
}

export function paymentText(payment: RecordedPayment, style: MoneyStyle): string {
  const { date, customer, customerNumber, ref, recordedAs, note, amount } = payment
  return [date, customer, customerNumber, ref, recordedAs, note, moneyText(amount, style)].join(' ')
}

export function proposalText({ lines, payments, reason }: Proposal, style: MoneyStyle): string {
  return [
    ...lines.map((line) => lineText(line, style)),
    ...payments.map((payment) => paymentText(payment, style)),
    reason,
  ].join(' ')
}

function plain(text: string): string {
  return foldText(text)
}
