import { z } from 'zod'
import { LARGEST_AMOUNT_CENTS } from '../money.ts'
import { LARGEST_QUANTITY_HUNDREDTHS } from '../quantity.ts'
import { say } from '../words/say.ts'
import { centsSchema, dateSchema, hundredthsSchema, refSchema, tenderSchema } from './values.ts'

/** A balance that a form is built on: a customer package or an invoice by its ref, an account by the customer's number. */
export const basisSchema = z.object({
  of: z.enum(['package', 'invoice', 'account']).default('package'),
  ref: refSchema,
  /** number of the last entry that changed it; 0 where there is none yet */
  entry: z.int().min(0),
})
export type Basis = z.output<typeof basisSchema>

/** What every action carries: when, why, and on which balances the form was built. */
export const actionHeader = {
  /** business date; null: today at the school */
  date: dateSchema.nullable(),
  /** a remark; where a rule asks for a reason, the reason */
  note: z.string().max(2_000),
  /**
   * What the form showed, each with the last entry it had then. Where somebody else has changed one since, the action
   * is refused as `stale`, and nothing of what was typed is lost.
   */
  basis: z.array(basisSchema).max(50),
}

/** An amount that a person enters: whole minor units, from 0 to the largest that can be kept. */
export const enteredCents = z.int().min(0).max(LARGEST_AMOUNT_CENTS, say('text.amount_too_large')).pipe(centsSchema)
/** A quantity that a person enters: whole hundredths, from 0 to the largest that can be kept. */
export const enteredHundredths = z
  .int()
  .min(0)
  .max(LARGEST_QUANTITY_HUNDREDTHS, say('text.quantity_too_large'))
  .pipe(hundredthsSchema)

/** A quantity that a person adds, or below zero takes away. */
export const changedHundredths = z
  .int()
  .min(-LARGEST_QUANTITY_HUNDREDTHS, say('text.quantity_too_large'))
  .max(LARGEST_QUANTITY_HUNDREDTHS, say('text.quantity_too_large'))
  .pipe(hundredthsSchema)

/** What an action did. */
export const actionDoneSchema = z.object({
  /** number of the ledger's entry */
  entry: z.int(),
  /** reference of what was made, or of the invoice acted on */
  ref: refSchema,
  /** what was done, in one plain sentence */
  sentence: z.string(),
})
export type ActionDone = z.output<typeof actionDoneSchema>

/** One balance before and after an action. */
export const balanceChangeSchema = z.object({
  /** a customer package's ref, or a customer's number for the account */
  of: z.string(),
  /** as the screens name it: Amount paid, Package funds, C172 available, Account balance */
  label: z.string(),
  unit: z.enum(['money', 'quantity']),
  before: z.int(),
  after: z.int(),
})
export type BalanceChange = z.output<typeof balanceChangeSchema>

/** What an action would do; made by the same code that does it. */
export const previewSchema = z.object({
  sentence: z.string(),
  changes: z.array(balanceChangeSchema),
  /** for transfers of hours: what arrives */
  received: hundredthsSchema.nullable(),
  /** for invoices: what they come to, line by line; for a sale: the share of each line in the price */
  amounts: z.array(centsSchema),
  /** for invoices: the rate per unit, before tax, and the tax percent of each line, as plain decimals */
  rates: z.array(z.object({ rate: z.string(), taxPercent: z.string() })),
  /** what goes back by which tender: cash as the drawer gives it */
  handedBack: z.array(z.object({ tender: tenderSchema, amount: centsSchema })),
})
export type Preview = z.output<typeof previewSchema>
