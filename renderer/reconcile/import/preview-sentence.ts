import type { FilePreview } from '../../../shared/contract/reconcile-file.ts'
import { dateText } from '../../../shared/date-text.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'

/** What a file would bring in: "214 lines from Jan 2, 2026 to Jan 31, 2026: $31,204.00 received, $905.11 fees." */
export function previewSentence(preview: FilePreview, school: MoneyStyle): string {
  const { count, repeated, leftOut, from, to, received, paidOut, fees } = preview
  const day = (date: NonNullable<typeof from>) => dateText(date, school.locale)
  const amount = (cents: typeof received) => (cents === 0 ? 'none' : moneyText(cents, school))
  return say('payment_import.sentence', {
    count,
    span: from === null || to === null ? 'none' : from === to ? 'day' : 'days',
    from: from === null ? '' : day(from),
    to: to === null ? '' : day(to),
    received: moneyText(received, school),
    paidOut: amount(paidOut),
    fees: amount(fees),
    repeated,
    leftOut,
  })
}
