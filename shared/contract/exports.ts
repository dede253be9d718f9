import { z } from 'zod'
import { periodSchema } from './liability.ts'
import { dateSchema } from './values.ts'

/** CSV has one table; XLSX has every table of a report as a sheet. */
export const spreadsheetFormatSchema = z.enum(['csv', 'xlsx'])
export type SpreadsheetFormat = z.output<typeof spreadsheetFormatSchema>

/** A report goes out as PDF, too: all of its tables but the long one of every customer package. */
export const reportFormatSchema = z.enum([...spreadsheetFormatSchema.options, 'pdf'])

const LIABILITY_TABLES = ['packages', 'customerPackages', 'accounts', 'unflown', 'revenue', 'taxes', 'series'] as const
export type LiabilityTable = (typeof LIABILITY_TABLES)[number]

const ACTIVITY_TABLES = ['payments', 'takenBackByUser', 'takenBack'] as const
export type ActivityTable = (typeof ACTIVITY_TABLES)[number]

const OWED_TABLES = ['ages', 'customers', 'rows'] as const

/** Which report, and which of its tables goes into a CSV; XLSX has them all. */
export const exportedReportSchema = z.discriminatedUnion('report', [
  z.object({ report: z.literal('liability'), period: periodSchema, table: z.enum(LIABILITY_TABLES) }),
  z.object({ report: z.literal('owed'), asOf: dateSchema, table: z.enum(OWED_TABLES) }),
  z.object({ report: z.literal('aging'), asOf: dateSchema }),
  z.object({ report: z.literal('activity'), period: periodSchema, table: z.enum(ACTIVITY_TABLES) }),
  z.object({ report: z.literal('closings') }),
])
export type ExportedReport = z.output<typeof exportedReportSchema>

/** A file for the person to keep. */
export const exportedFileSchema = z.object({
  /** a name to propose */
  name: z.string(),
  mediaType: z.string(),
  /** the bytes, base64 */
  content: z.base64(),
})
export type ExportedFile = z.output<typeof exportedFileSchema>
