import { z } from 'zod'
import { RECEIPT_FIELDS, type ReceiptField } from '../receipt-fields.ts'

const columnSchema = z.string().max(200).nullable()

/** The column of each field by its name, as the file has it, or by its place (#3); null: the file has none. */
const columnsSchema = z
  .partialRecord(z.enum(RECEIPT_FIELDS), columnSchema)
  // A source of before a field was known has none for it.
  .transform((columns) => ({
    ...(Object.fromEntries(RECEIPT_FIELDS.map((field) => [field, null])) as Record<ReceiptField, string | null>),
    ...columns,
  }))

/** What a word in a column means, as somebody said: which way the amount went, or whether it is a payment. */
const wordSchema = z.object({
  column: z.string().max(200),
  value: z.string().max(200),
  means: z.enum(['in', 'out', 'payment', 'no_payment']),
})

/** How a source writes its files: mapped once, and remembered with the source. `auto` is found out from the file. */
export const mappingSchema = z.object({
  encoding: z.enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'shift_jis', 'gb18030']),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']),
  /** rows before the row with the names of the columns */
  skipRows: z.int().min(0).max(1_000),
  /** whether there is a row of names; without, columns are named by their places: #1, #2 … */
  named: z.boolean().default(true),
  /** which comes first where a date is written with numbers */
  dateOrder: z.enum(['auto', 'ymd', 'mdy', 'dmy']),
  decimalSign: z.enum(['auto', '.', ',']),
  /** how the amount of money that came in is written */
  receivedIs: z.enum(['positive', 'negative']),
  columns: columnsSchema,
  words: z.array(wordSchema).max(200).default([]),
})
export type Mapping = z.output<typeof mappingSchema>
