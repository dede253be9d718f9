import { z } from 'zod'
import { HISTORY_ACTIONS } from './history-actions.ts'
import type { BusinessDate } from '../dates.ts'
import { parseBusinessDate } from '../dates.ts'
import type { Cents } from '../money.ts'
import { PERMISSIONS, ROLES } from '../permissions.ts'
import type { Hundredths } from '../quantity.ts'
import { say } from '../words/say.ts'

/** Money on the wire: a whole number of the currency's minor unit. */
export const centsSchema = z.int().transform((value) => value as Cents)

/** A quantity on the wire: a whole number of hundredths. */
export const hundredthsSchema = z.int().transform((value) => value as Hundredths)

/** A business date on the wire: YYYY-MM-DD and a day of the calendar. */
export const dateSchema = z
  .string()
  .max(10, say('calls.write_the_date_as_yyyy_mm_dd'))
  .refine((text) => typeof parseBusinessDate(text) === 'string', { error: say('calls.write_the_date_as_yyyy_mm_dd') })
  .transform((text) => text as BusinessDate)

export const refSchema = z.string().min(1).max(200)
/** Where a page of a list ended, as the page itself said it. */
export const cursorSchema = z.string().max(2_000)
export const permissionSchema = z.enum(PERMISSIONS)
export const roleSchema = z.enum(ROLES)
export const emptySchema = z.strictObject({})

/** What the hours of an hour type are of; empty where nothing is said, and of items. */
export const categorySchema = z.enum(['', 'aircraft', 'instruction', 'ground', 'simulator'])
export type Category = z.output<typeof categorySchema>

export const lineKindSchema = z.enum(['hour', 'product', 'service'])
export type LineKind = z.output<typeof lineKindSchema>

export const packageStatusSchema = z.enum(['active', 'completed', 'expired', 'removed'])
export type PackageStatus = z.output<typeof packageStatusSchema>

/** What the Packages tab can be narrowed to: a status, or `ending`: active, with a last valid day within 30 days. */
export const packageListFilterSchema = z.enum([...packageStatusSchema.options, 'ending'])
export type PackageListFilter = z.output<typeof packageListFilterSchema>
export const ENDING_WITHIN_DAYS = 30

export const invoiceStatusSchema = z.enum([
  'open',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
  'void',
  'deleted',
])
export type InvoiceStatus = z.output<typeof invoiceStatusSchema>

export const tenderSchema = z.enum(['package', 'account', 'cash', 'card', 'check', 'ach'])
export type Tender = z.output<typeof tenderSchema>

export const historyActionSchema = z.enum(HISTORY_ACTIONS)
export type HistoryAction = z.output<typeof historyActionSchema>
