/** What a column of a file of payments says. Only the date and an amount are needed. */
export const RECEIPT_FIELDS = [
  'date',
  /** signed, or without signs; or instead of it received and paidOut */
  'amount',
  'received',
  'paidOut',
  /** says which way an amount without a sign went: Debit, Credit, S, H, Af, Bij */
  'direction',
  'fee',
  /** the processor's own number of the payment: the same line again, whatever else changed */
  'id',
  'reference',
  'name',
  'text',
  /** what the processor pays out together carries the same word here */
  'payout',
] as const
export type ReceiptField = (typeof RECEIPT_FIELDS)[number]
