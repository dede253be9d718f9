import type { Tender } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'

/** The columns of activity.csv that actions use besides date, user, action, ref and note. Source: school-format.md. */
export const COLUMNS = ['customer', 'package', 'code', 'quantity', 'amount', 'method', 'status', 'to'] as const
export type Column = (typeof COLUMNS)[number]

/** The cells of one row of activity.csv, as fields read them; what cannot be read becomes a problem of the row. */
export interface Cells {
  readonly problems: string[]
  text(column: string): string
  needed(column: string): string
  amount(column: string, minorDigits: number): Cents
  optionalAmount(column: string, minorDigits: number): Cents | null
  quantity(column: string): Hundredths
  signedQuantity(column: string): Hundredths
  optionalQuantity(column: string): Hundredths | null
  optionalDate(column: string): BusinessDate | null
  tender(column: string): Tender
  failed(column: string): boolean
  oneOf<Word extends string>(column: string, words: readonly Word[]): Word | undefined
}
