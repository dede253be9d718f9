import { z } from 'zod'
import { countedTenderSchema } from './closings.ts'
import { centsSchema, dateSchema } from './values.ts'

/** What a column of a file of payments says. Only the date and an amount are needed. */
export const RECEIPT_FIELDS = [
  'date',
  /** signed, or without signs; or instead of it received and paidOut */
  'amount',
  'received',
  'paidOut',
  'fee',
  'reference',
  'name',
  'text',
  /** what the processor pays out together carries the same word here */
  'payout',
] as const
export type ReceiptField = (typeof RECEIPT_FIELDS)[number]

/** How a source writes its files: mapped once, and remembered with the source. `auto` is found out from the file. */
export const mappingSchema = z.object({
  encoding: z.enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']),
  /** rows before the row with the names of the columns */
  skipRows: z.int().min(0).max(100),
  /** which comes first where a date is written with numbers */
  dateOrder: z.enum(['auto', 'ymd', 'mdy', 'dmy']),
  decimalSign: z.enum(['auto', '.', ',']),
  /** how the amount of money that came in is written */
  receivedIs: z.enum(['positive', 'negative']),
  /** the name of the column of each field, as the file has it; null: the file has none */
  columns: z.record(z.enum(RECEIPT_FIELDS), z.string().max(200).nullable()),
})
export type Mapping = z.output<typeof mappingSchema>

/** Who reports payments: the card processor, the bank, an accounting program. */
export const sourceSchema = z.object({
  id: z.int(),
  name: z.string(),
  /** the tenders of which it reports */
  tenders: z.array(countedTenderSchema).min(1),
  mapping: mappingSchema,
})
export type Source = z.output<typeof sourceSchema>

export const presetSchema = z.object({ name: z.string(), tenders: sourceSchema.shape.tenders, mapping: mappingSchema })

/** A file that a person chose. */
export const chosenFileSchema = z.object({
  name: z.string().min(1).max(300),
  /** its bytes, base64; at most 30 MB of them */
  content: z.base64().max(42_000_000),
})

/** One line of a file as it was read. */
export const receiptSchema = z.object({
  /** row of the file as a spreadsheet counts it, the names of the columns being a row, too */
  row: z.int(),
  date: dateSchema,
  /** what the customer paid; what went back to a customer is negative */
  amount: centsSchema,
  /** what the source kept of it; 0 where the file does not say. amount - fee is what arrives */
  fee: centsSchema,
  reference: z.string(),
  name: z.string(),
  text: z.string(),
  payout: z.string(),
  /** why it is not taken: the same line was taken before, or stands in this file twice; null: it is taken */
  repeats: z.enum(['taken_before', 'in_this_file']).nullable(),
})
export type Receipt = z.output<typeof receiptSchema>

/** What a file would bring in. */
export const filePreviewSchema = z.object({
  /** the names of its columns, in their order */
  columns: z.array(z.string()),
  /** as it was read: what was `auto` has been found out, what was not mapped is proposed by the names */
  mapping: mappingSchema,
  /** the name of the preset whose columns the file has; null: of none */
  preset: z.string().nullable(),
  /** the first lines, at most 50 */
  receipts: z.array(receiptSchema),
  /** how many lines would be taken, and how many repeat others */
  count: z.int(),
  repeated: z.int(),
  /** lines that are no payments: payouts, failed ones, sums, empty ones */
  leftOut: z.int(),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  received: centsSchema,
  /** what went back to customers; 0 or more */
  paidOut: centsSchema,
  fees: centsSchema,
  /** why the file cannot be taken, at most 50 */
  problems: z.array(z.object({ /** null: it is about the whole file */ row: z.int().nullable(), message: z.string() })),
  /** how many more problems there are */
  more: z.int(),
})
export type FilePreview = z.output<typeof filePreviewSchema>

/** A file that was taken. */
export const takenFileSchema = z.object({
  id: z.int(),
  source: z.string(),
  name: z.string(),
  by: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  from: dateSchema,
  to: dateSchema,
  count: z.int(),
  /** lines that wait for somebody */
  open: z.int(),
})
export type TakenFile = z.output<typeof takenFileSchema>
