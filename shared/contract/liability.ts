import { z } from 'zod'
import { centsSchema, dateSchema, hundredthsSchema, lineKindSchema, refSchema } from './values.ts'
import { say } from '../words/say.ts'

/** Business dates from and to, both included. `from` null: from the beginning. */
export const periodSchema = z
  .object({ from: dateSchema.nullable(), to: dateSchema })
  .refine(({ from, to }) => from === null || from <= to, {
    error: say('calls.the_first_day_must_not_be_after_the_last'),
    path: ['from'],
  })
export type Period = z.output<typeof periodSchema>

/**
 * How package funds moved in a period. Amounts carry no signs:
 * opening + payments - reversed + broughtOver + transfersIn - transfersOut - drawn - refunded + givenBack - lapsed
 * = closing. Only what was brought over can be below zero: used before, and not paid.
 */
export const fundsMovementSchema = z.object({
  opening: centsSchema,
  payments: centsSchema,
  transfersIn: centsSchema,
  transfersOut: centsSchema,
  /** by invoices paid with the package tender */
  drawn: centsSchema,
  /** package refunds */
  refunded: centsSchema,
  /** by refunds, voids and deletions of invoices */
  givenBack: centsSchema,
  /** payments that were reversed */
  reversed: centsSchema,
  /** from another system: paid before less used before; no takings */
  broughtOver: centsSchema,
  /** unspent funds of packages that lapsed */
  lapsed: centsSchema,
  /** below zero where more was used than paid */
  closing: centsSchema,
})
export type FundsMovement = z.output<typeof fundsMovementSchema>

/** Closing funds apart: what the school owes, and what was used before it was paid. closing = liability - receivable. */
const splitSchema = { liability: centsSchema, receivable: centsSchema }

export const liabilityRowSchema = fundsMovementSchema.extend({ package: refSchema, name: z.string(), ...splitSchema })
export type LiabilityRow = z.output<typeof liabilityRowSchema>

export const liabilityPackageRowSchema = fundsMovementSchema.extend({
  ref: refSchema,
  customerNumber: z.string(),
  customerName: z.string(),
  package: refSchema,
})
export type LiabilityPackageRow = z.output<typeof liabilityPackageRowSchema>

/** opening + deposits - reversed + broughtOver + transfersIn + givenBack - paid - withdrawals = closing; what customers hold outside packages. */
export const accountsMovementSchema = z.object({
  opening: centsSchema,
  deposits: centsSchema,
  /** package funds moved to accounts */
  transfersIn: centsSchema,
  /** refunds of packages, and refunds, voids and deletions of invoices, that went back to accounts */
  givenBack: centsSchema,
  /** on packages and invoices */
  paid: centsSchema,
  withdrawals: centsSchema,
  /** deposits that were reversed */
  reversed: centsSchema,
  /** credit from another system; no takings */
  broughtOver: centsSchema,
  closing: centsSchema,
})
export type AccountsMovement = z.output<typeof accountsMovementSchema>

/** What remains of an hour type or item on customers' packages at the end of the period. */
export const unflownRowSchema = z.object({
  code: refSchema,
  name: z.string(),
  kind: lineKindSchema,
  quantity: hundredthsSchema,
  /** dollars remaining, tax included */
  dollars: centsSchema,
  /** remaining on packages that customers were removed from: nobody can use it any more */
  removedQuantity: hundredthsSchema,
  removedDollars: centsSchema,
})
export type UnflownRow = z.output<typeof unflownRowSchema>

/** Sales of a code in the period. sold - givenBack = revenue = net + tax. */
export const revenueRowSchema = z.object({
  code: refSchema,
  name: z.string(),
  kind: lineKindSchema,
  /** of invoices that became paid, tax included */
  sold: centsSchema,
  /** by refunds, voids and deletions */
  givenBack: centsSchema,
  revenue: centsSchema,
  /** the sales tax contained in the revenue */
  tax: centsSchema,
  net: centsSchema,
})
export type RevenueRow = z.output<typeof revenueRowSchema>

export const taxRowSchema = z.object({
  /** ten-thousandths of a percent: 65000 is 6.5 % */
  taxPercent: z.int(),
  revenue: centsSchema,
  tax: centsSchema,
  net: centsSchema,
})
export type TaxRow = z.output<typeof taxRowSchema>

/** What was owed at the end of a day. */
export const liabilityPointSchema = z.object({ date: dateSchema, ...splitSchema, accounts: centsSchema })
export type LiabilityPoint = z.output<typeof liabilityPointSchema>

export const liabilitySchema = z.object({
  packages: z.array(liabilityRowSchema),
  total: fundsMovementSchema.extend(splitSchema),
  accounts: accountsMovementSchema,
  /** collected on invoices that are not paid in full yet */
  onOpenInvoices: z.object({ opening: centsSchema, closing: centsSchema }),
  /** hour types first, then items */
  unflown: z.array(unflownRowSchema),
  revenue: z.array(revenueRowSchema),
  revenueTotal: revenueRowSchema.omit({ code: true, name: true, kind: true }),
  taxes: z.array(taxRowSchema),
  /** month ends, or days where the period is short; the last point is the end of the period */
  series: z.object({ step: z.enum(['day', 'month']), points: z.array(liabilityPointSchema) }),
  /**
   * The proof, since the beginning: collected and brought over, with what rounding cash kept or cost, are the sum of
   * the others. The report is refused with an error where that
   * does not hold to the cent.
   */
  proof: z.object({
    /** in cash, by card, check and ach, less what went back */
    collected: centsSchema,
    packageFunds: centsSchema,
    /** on packages that were added on a later date than the payment has: in no closing amount yet */
    beforeAdding: centsSchema,
    accounts: centsSchema,
    onOpenInvoices: centsSchema,
    revenue: centsSchema,
    /** unspent funds of packages that lapsed: the school's */
    lapsed: centsSchema,
    /** what customers had with the school before it took up Blocktime */
    broughtOver: centsSchema,
    /** what the drawer gave more, or below zero took more, than the exact amounts */
    cashRounding: centsSchema,
  }),
})
export type Liability = z.output<typeof liabilitySchema>
