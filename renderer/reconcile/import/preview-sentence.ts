import type { FilePreview } from '../../../shared/contract/reconcile-file.ts'
import { dateText } from '../../../shared/date-text.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { linesWords } from './lines-words.ts'

/** What a file would bring in: "214 lines from Jan 2, 2026 to Jan 31, 2026: $31,204.00 received, $905.11 fees." */
export function previewSentence(preview: FilePreview, school: MoneyStyle): string {
  const { count, repeated, leftOut, from, to, received, paidOut, fees } = preview
  const day = (date: NonNullable<typeof from>) => dateText(date, school.locale)
  const days = from === null || to === null ? '' : from === to ? ` of ${day(from)}` : ` from ${day(from)} to ${day(to)}`
  const sums = [
    `${moneyText(received, school)} received`,
    ...(paidOut === 0 ? [] : [`${moneyText(paidOut, school)} paid out`]),
    ...(fees === 0 ? [] : [`${moneyText(fees, school)} fees`]),
  ].join(', ')
  const noPayments = leftOut === 0 ? '' : ` ${linesWords(leftOut)} without a payment (payouts, failed ones) left out.`
  const left =
    repeated === 0
      ? ''
      : ` ${linesWords(repeated)} more ${repeated === 1 ? 'was' : 'were'} taken before or ${repeated === 1 ? 'stands' : 'stand'} in the file twice, and ${repeated === 1 ? 'is' : 'are'} left out.`
  return `${linesWords(count)}${days}: ${sums}.${left}${noPayments}`
}
