import { z } from 'zod'
import { centsSchema, dateSchema, refSchema, tenderSchema } from './values.ts'
import { say } from '../words/say.ts'

/** Days since a day: 0 to 30, 31 to 60, 61 to 90, more. */
export const AGES = ['0-30', '31-60', '61-90', '90+'] as const
export const ageSchema = z.enum(AGES)
export type Age = z.output<typeof ageSchema>

const bucketSchema = z.object({ age: ageSchema, packages: z.int(), owed: centsSchema })

export const agingRowSchema = z.object({
  ref: refSchema,
  customerNumber: z.string(),
  customerName: z.string(),
  package: refSchema,
  packageName: z.string(),
  added: dateSchema,
  /** the last payment or transfer of funds into it; null where nothing was ever paid */
  lastPayment: dateSchema.nullable(),
  price: centsSchema,
  paid: centsSchema,
  owed: centsSchema,
  /** below zero where more was used than paid */
  funds: centsSchema,
  /** still to be paid for what remains, pending included: another amount than owed where funds did not pay what was used */
  toPay: centsSchema,
  daysSinceAdded: z.int(),
  /** since the day of adding where nothing was ever paid */
  daysSincePayment: z.int(),
})
export type AgingRow = z.output<typeof agingRowSchema>

export const agingSchema = z.object({
  /** all four ages, youngest first */
  sinceAdded: z.array(bucketSchema),
  sincePayment: z.array(bucketSchema),
  total: z.object({ packages: z.int(), owed: centsSchema }),
  /** oldest first */
  rows: z.array(agingRowSchema),
  /** how many more there are: an export has them all */
  left: z.int(),
})
export type Aging = z.output<typeof agingSchema>

export const paymentsRowSchema = z.object({
  user: z.string(),
  tender: tenderSchema,
  payments: z.int(),
  received: centsSchema,
  refunds: z.int(),
  givenBack: centsSchema,
  /** received - givenBack */
  net: centsSchema,
  /** payments that failed: recorded without effect */
  failed: z.int(),
})
export type PaymentsRow = z.output<typeof paymentsRowSchema>

/** What took something back, or money out. */
export const TAKEN_BACK = [
  'invoice_void',
  'invoice_delete',
  'invoice_refund',
  'package_refund',
  'account_withdrawal',
  'remove_from_package',
  'payment_reversal',
  'invoice_payment_reversal',
  'lapse_package',
  'adjust_hours',
] as const
export const takenBackSchema = z.enum(TAKEN_BACK)
export type TakenBack = z.output<typeof takenBackSchema>

/** These actions as a person reads them. */
export const TAKEN_BACK_WORDS: Readonly<Record<TakenBack, string>> = {
  invoice_void: say('actions.invoice_void'),
  invoice_delete: say('actions.invoice_delete'),
  invoice_refund: say('actions.invoice_refund'),
  package_refund: say('actions.package_refund'),
  account_withdrawal: say('reports.withdrawal_from_account'),
  remove_from_package: say('reports.removed_from_package'),
  payment_reversal: say('actions.payment_reversal'),
  invoice_payment_reversal: say('reports.invoice_payment_reversed'),
  lapse_package: say('reports.package_lapsed'),
  adjust_hours: say('actions.hours_adjusted'),
}

export const takenBackSumSchema = z.object({
  user: z.string(),
  action: takenBackSchema,
  times: z.int(),
  money: centsSchema,
})
export type TakenBackSum = z.output<typeof takenBackSumSchema>

export const takenBackRowSchema = z.object({
  entry: z.int(),
  date: dateSchema,
  /** ISO 8601, UTC */
  recordedAt: z.string(),
  user: z.string(),
  action: takenBackSchema,
  /** the invoice, or the action's own reference */
  ref: refSchema,
  customerNumber: z.string(),
  customerName: z.string(),
  /** what went back, to funds and accounts, too; 0 where nothing was paid */
  money: centsSchema,
  /** what the invoice came to; null where there is none */
  invoiceTotal: centsSchema.nullable(),
  reason: z.string(),
})
export type TakenBackRow = z.output<typeof takenBackRowSchema>

export const activityReportSchema = z.object({
  /** by user and tender */
  payments: z.array(paymentsRowSchema),
  /** voids, deletions, refunds, withdrawals and removals by user */
  takenBack: z.array(takenBackSumSchema),
  /** each of them, newest first */
  rows: z.array(takenBackRowSchema),
  left: z.int(),
})
export type ActivityReport = z.output<typeof activityReportSchema>
