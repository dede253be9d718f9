import { z } from 'zod'
import { read } from './call.ts'
import { packageRowSchema, PACKAGE_SORTS } from './package-columns.ts'
import { HISTORY_ACTIONS } from './history-actions.ts'
import {
  centsSchema,
  cursorSchema,
  dateSchema,
  historyActionSchema,
  hundredthsSchema,
  invoiceStatusSchema,
  lineKindSchema,
  packageListFilterSchema,
  packageStatusSchema,
  refSchema,
} from './values.ts'

export const balanceLineSchema = z.object({
  /** place of the line in the package, from 1; names the line in `figure` below */
  line: z.int(),
  code: z.string(),
  name: z.string(),
  kind: lineKindSchema,
  included: hundredthsSchema,
  used: hundredthsSchema,
  remaining: hundredthsSchema,
  /** on open and partially paid invoices; null in an as-of balance */
  pending: hundredthsSchema.nullable(),
  dollarsIncluded: centsSchema,
  dollarsUsed: centsSchema,
  dollarsRemaining: centsSchema,
  /** what adjustments gave and have not taken back; null in an as-of balance */
  adjusted: hundredthsSchema.nullable(),
})
export type BalanceLine = z.output<typeof balanceLineSchema>

/** Who may fly from somebody else's customer package. */
export const packageMemberSchema = z.object({
  number: z.string(),
  name: z.string(),
  from: dateSchema,
  /** the day of the removal: up to the day before; null while it lasts */
  until: dateSchema.nullable(),
})
export type PackageMember = z.output<typeof packageMemberSchema>

export const packageBalanceSchema = z.object({
  ref: refSchema,
  customerNumber: z.string(),
  customerName: z.string(),
  packageCode: z.string(),
  packageName: z.string(),
  added: dateSchema,
  /** null in an as-of balance */
  status: packageStatusSchema.nullable(),
  /** the day that was asked for; null for now */
  asOf: dateSchema.nullable(),
  /** false where the customer was added only after the as-of day: every number is then 0 */
  existed: z.boolean(),
  /** the last business date on which something may be invoiced from it; null: it never ends, or an as-of balance */
  lastValid: dateSchema.nullable(),
  /** by day of adding, past ones, too; empty in an as-of balance */
  members: z.array(packageMemberSchema),
  price: centsSchema,
  paid: centsSchema,
  owed: centsSchema,
  funds: centsSchema,
  /** still to be paid for what remains: dollars remaining, pending included, less package funds; below zero: paid ahead */
  toPay: centsSchema,
  lines: z.array(balanceLineSchema),
})
export type PackageBalance = z.output<typeof packageBalanceSchema>

export const MONEY_FIGURES = ['price', 'paid', 'owed', 'funds', 'toPay'] as const
export const LINE_QUANTITY_FIGURES = ['included', 'used', 'remaining', 'pending'] as const
export const LINE_MONEY_FIGURES = ['dollarsIncluded', 'dollarsUsed', 'dollarsRemaining'] as const

/** A number of the Package Balance: one of the package's, or one of a line's. */
export const figureSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('package'), figure: z.enum(MONEY_FIGURES) }),
  z.object({
    of: z.literal('line'),
    line: z.int(),
    figure: z.enum([...LINE_QUANTITY_FIGURES, ...LINE_MONEY_FIGURES]),
  }),
])
export type Figure = z.output<typeof figureSchema>

export const lineEffectSchema = z.object({
  line: z.int(),
  code: z.string(),
  includedChange: hundredthsSchema,
  usedChange: hundredthsSchema,
  dollarsIncludedChange: centsSchema,
  dollarsUsedChange: centsSchema,
})
export type LineEffect = z.output<typeof lineEffectSchema>

export const historyRowSchema = z.object({
  /** number of the ledger entry: the order of recording */
  entry: z.int(),
  date: dateSchema,
  action: historyActionSchema,
  ref: z.string(),
  amount: centsSchema,
  user: z.string(),
  userName: z.string(),
  note: z.string(),
  /** the member whom the invoice is for; null where it is for the package's own customer, or no invoice */
  flownBy: z.object({ number: refSchema, name: z.string() }).nullable(),
  paidChange: centsSchema,
  fundsChange: centsSchema,
  lines: z.array(lineEffectSchema),
  /** what this entry adds to the asked figure, and the figure after it; null when no figure was asked for */
  contribution: z.int().nullable(),
  runningTotal: z.int().nullable(),
})
export type HistoryRow = z.output<typeof historyRowSchema>

export const historyEntryDetailsSchema = z.object({
  row: historyRowSchema,
  /** UTC instant, ISO 8601 */
  recordedAt: z.string(),
  reason: z.string(),
  tender: z.string().nullable(),
  /** SHA-256 of the entry in the chain, hexadecimal */
  hash: z.string(),
  /** whose package it is */
  customerNumber: z.string(),
  /** whether it is a payment that can be reversed */
  reversible: z.boolean(),
  /** number of who paid, where it was not the customer; empty otherwise */
  payer: z.string(),
  /** who paid or got it back, or the member, where the entry names one */
  person: z.object({ number: refSchema, name: z.string() }).nullable(),
  /** the reference of what took it back since; null where nothing did */
  undoneBy: z.string().nullable(),
  /** what it names besides: the other side of a transfer, what it reverses, a day, the customer of a merge */
  counterpart: z.string().nullable(),
  invoice: z
    .object({
      ref: z.string(),
      status: invoiceStatusSchema,
      date: dateSchema,
      total: centsSchema,
      paid: centsSchema,
      lines: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: lineKindSchema,
          /** the customer package it is drawn from; null at the standard rate */
          packageRef: z.string().nullable(),
          quantity: hundredthsSchema,
          /** per unit, before tax, as a plain decimal */
          rate: z.string(),
          taxPercent: z.string(),
          amount: centsSchema,
          /** its amount was agreed, instead of the rate's */
          agreed: z.boolean(),
          refundedQuantity: hundredthsSchema,
          refundedAmount: centsSchema,
        }),
      ),
      payments: z.array(
        z.object({
          /** the number of its entry: what its receipt is asked for by */
          entry: z.int(),
          date: dateSchema,
          tender: z.string(),
          amount: centsSchema,
          failed: z.boolean(),
          /** taken back since: a check returned, a mistake */
          reversed: z.boolean(),
          refunded: centsSchema,
          /** who paid, where it was not the customer */
          payer: z.object({ number: z.string(), name: z.string() }).nullable(),
          userName: z.string(),
          note: z.string(),
        }),
      ),
    })
    .nullable(),
})
export type HistoryEntryDetails = z.output<typeof historyEntryDetailsSchema>

/** How a number of the Package Balance comes about. */
export const explanationSchema = z.object({
  figure: figureSchema,
  /** minor units, or hundredths */
  value: z.int(),
  /** they add up to the value; `#` in the words stands for the count */
  terms: z.array(z.object({ words: z.string(), value: z.int(), count: z.int() })),
  /** the same as one sentence, in the school's currency and locale */
  sentence: z.string(),
})
export type Explanation = z.output<typeof explanationSchema>

export const packagesCalls = {
  /** The Packages tab: customers who were added to packages, by keyset pages. */
  'packages.list': read({
    access: 'Access Billing Tab',
    input: z.object({
      search: z.string().max(200),
      status: packageListFilterSchema.nullable(),
      sort: z.enum(PACKAGE_SORTS),
      direction: z.enum(['ascending', 'descending']),
      /** `next` of the page before; null for the first */
      after: cursorSchema.nullable(),
      /** how many rows to pass over at the beginning: where the scroll bar was moved to */
      skip: z.int().min(0).max(100_000_000).default(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ rows: z.array(packageRowSchema), next: z.string().nullable() }),
  }),
  /** How many rows the same search and status have in all: for the scroll bar and the caption. */
  'packages.count': read({
    access: 'Access Billing Tab',
    input: z.object({ search: z.string().max(200), status: packageListFilterSchema.nullable() }),
    output: z.object({ count: z.int() }),
  }),
  /** The Package Balance, now or as of the end of a business date. */
  'packages.balance': read({
    access: 'Access Billing Tab',
    input: z.object({ ref: refSchema, asOf: dateSchema.nullable() }),
    output: packageBalanceSchema,
  }),
  /** Who paid into a package where it was not its customer, the most first: whom a refund by account is proposed to; and who usually pays for its customer. */
  'packages.payers': read({
    access: 'Access Billing Tab',
    input: z.object({ ref: refSchema }),
    output: z.object({
      payers: z.array(z.object({ number: refSchema, name: z.string(), amount: centsSchema })),
      usual: z.object({ number: refSchema, name: z.string() }).nullable(),
    }),
  }),
  /** How each number of the Package Balance comes about, in words. */
  'packages.explain': read({
    access: 'Access Billing Tab',
    input: z.object({ ref: refSchema, asOf: dateSchema.nullable() }),
    output: z.object({ explanations: z.array(explanationSchema) }),
  }),
  /** The History, newest first, by keyset pages. With `figure`: only the entries that make that number. */
  'packages.history': read({
    access: 'Access Billing Tab',
    input: z.object({
      ref: refSchema,
      /** empty: every action */
      actions: z.array(historyActionSchema).max(HISTORY_ACTIONS.length),
      figure: figureSchema.nullable(),
      asOf: dateSchema.nullable(),
      after: cursorSchema.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      rows: z.array(historyRowSchema),
      next: z.string().nullable(),
      /** the figure itself, which the contributions add up to; null when none was asked for */
      total: z.int().nullable(),
    }),
  }),
  /** One entry of the History with its invoice, reason, and who and when recorded. */
  'packages.historyEntry': read({
    access: 'Access Billing Tab',
    input: z.object({ ref: refSchema, entry: z.int() }),
    output: historyEntryDetailsSchema,
  }),
}
