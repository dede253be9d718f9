import { z } from 'zod'
import { countedTenderSchema } from './closings.ts'
import { mappingSchema } from './reconcile-mapping.ts'
import { centsSchema, dateSchema } from './values.ts'

export { mappingSchema, type Mapping } from './reconcile-mapping.ts'

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

/** A line of the file that is no payment of a customer: it can be taken singly where it has a day and an amount. */
export const leftOutLineSchema = z.object({
  row: z.int(),
  /** why, in words */
  reason: z.string(),
  date: dateSchema.nullable(),
  amount: centsSchema.nullable(),
  text: z.string(),
})
export type LeftOutLine = z.output<typeof leftOutLineSchema>

/** What the file leaves open: a person chooses, with what each choice would come to beside it. */
export const askSchema = z.object({
  about: z.enum(['columns', 'dateOrder', 'decimalSign', 'direction', 'sign', 'status', 'balance']),
  question: z.string(),
  choices: z.array(
    z.object({
      answer: z.string(),
      /** the file is read so where this is chosen */
      mapping: mappingSchema,
      received: centsSchema,
      /** 0 or more */
      paidOut: centsSchema,
      count: z.int(),
      /** lines that the choices read differently, at most 4, as this choice reads them */
      receipts: z.array(receiptSchema.omit({ repeats: true })),
    }),
  ),
  /** words whose meaning can be said one by one, beside the choices; null: it is no question of words */
  words: z
    .object({
      /** under which column of the mapping they are kept */
      column: z.string(),
      /** the file is read so with what is said of the words put into it */
      mapping: mappingSchema,
      words: z.array(
        z.object({
          /** as the mapping keeps it */
          value: z.string(),
          /** as the file says it */
          label: z.string(),
          /** what it likely means */
          means: z.enum(['in', 'out', 'no_payment']),
          count: z.int(),
          /** of its lines, without signs */
          sum: centsSchema,
          /** the first of its lines */
          row: z.int(),
        }),
      ),
    })
    .nullable(),
})
export type Ask = z.output<typeof askSchema>

/** What a file would bring in. */
export const filePreviewSchema = z.object({
  /** the names of its columns, in their order; #1, #2 … by their places where they have none */
  columns: z.array(z.string()),
  /** the first rows of the file as they are, at most 15 */
  raw: z.array(z.array(z.string())),
  /** as it was read: what was `auto` has been found out, what was not mapped is proposed by the names */
  mapping: mappingSchema,
  /** how it is written, in words: "Comma separated, UTF-8" */
  written: z.string(),
  /** the name of the preset whose columns the file has; null: of none */
  preset: z.string().nullable(),
  /** the tenders of which such a file reports, as far as it says what it is; empty: a person says */
  tenders: z.array(countedTenderSchema),
  /** the sources that have written their files so far as this one is written */
  fits: z.array(z.int()),
  /** names bytes, mapping, source, rows taken in spite and the lines that are new: Take takes exactly these */
  shown: z.string(),
  /** the first lines, at most 50 */
  receipts: z.array(receiptSchema),
  /** how many lines would be taken, and how many repeat others */
  count: z.int(),
  repeated: z.int(),
  /** lines that are no payments: payouts, failed ones, sums, empty ones; the first 200 of them, with why */
  leftOut: z.int(),
  leftOutLines: z.array(leftOutLineSchema),
  /** how many of them have an amount of their own, balances and totals aside; and what those come to */
  leftOutCounted: z.int(),
  leftOutSum: centsSchema,
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  received: centsSchema,
  /** what went back to customers; 0 or more */
  paidOut: centsSchema,
  fees: centsSchema,
  /** what somebody has to say before the file can be taken */
  asks: z.array(askSchema),
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
