import { z } from 'zod'
import { LARGEST_AMOUNT_CENTS, LARGEST_BALANCE_CENTS } from '../money.ts'
import { enteredCents } from './action-values.ts'
import { centsSchema, dateSchema } from './values.ts'
import { say } from '../words/say.ts'

/** The tenders that are counted: money from outside. */
export const COUNTED_TENDERS = ['cash', 'card', 'check', 'ach'] as const
export const countedTenderSchema = z.enum(COUNTED_TENDERS)
export type CountedTender = z.output<typeof countedTenderSchema>

/** Business dates from and to, both included: the same for a single day. */
const daysSchema = z.object({ from: dateSchema, to: dateSchema }).refine(({ from, to }) => from <= to, {
  error: say('calls.the_first_day_must_not_be_after_the_last'),
  path: ['from'],
})

const cashCountSchema = z.object({
  /** how many of each note and coin are in the drawer */
  pieces: z
    .array(
      z.object({
        value: z.int().min(1).max(LARGEST_AMOUNT_CENTS).pipe(centsSchema),
        count: z.int().min(0).max(1_000_000),
      }),
    )
    .max(40),
  /** what lay in the drawer before the first payment: it is not taken as counted */
  float: enteredCents,
})
export type CashCount = z.output<typeof cashCountSchema>

/** One tender of a closing: what the ledger expects, what was counted, and why they differ. */
export const closedTenderSchema = z.object({
  tender: countedTenderSchema,
  expected: centsSchema,
  counted: centsSchema,
  /** counted - expected */
  difference: centsSchema,
  /** never empty where there is a difference */
  explanation: z.string(),
})
export type ClosedTender = z.output<typeof closedTenderSchema>

export const closingSchema = z.object({
  id: z.int(),
  from: dateSchema,
  to: dateSchema,
  closedBy: z.string(),
  /** ISO 8601, UTC */
  closedAt: z.string(),
  tenders: z.array(closedTenderSchema),
  cash: cashCountSchema,
  note: z.string(),
  /** what made it open again; null while it is closed */
  reopened: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
})
export type Closing = z.output<typeof closingSchema>

export const expectedSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  tenders: z.array(
    z.object({
      tender: countedTenderSchema,
      received: centsSchema,
      givenBack: centsSchema,
      /** received - givenBack */
      expected: centsSchema,
      /** payments received, and payments given back */
      receipts: z.int(),
      returns: z.int(),
    }),
  ),
  /** notes and coins of the currency, in minor units, largest first */
  denominations: z.array(centsSchema),
  /** the float of the closing before; 0 where there is none */
  lastFloat: centsSchema,
  /** the last entry dated in these days, 0 where there is none: what a closing built on these numbers names as its basis */
  lastEntry: z.int(),
  /** closed days among these: they must be reopened, or left out, first */
  closed: z.array(closingSchema),
  /** whether other desks work on the school: of what one of them has not sent nothing is known here */
  otherDesks: z.boolean(),
})
export type Expected = z.output<typeof expectedSchema>

export const closeInputSchema = z.object({
  days: daysSchema,
  /** `lastEntry` of the numbers shown: where somebody recorded something since, the closing is refused as `stale` */
  basis: z.int().min(0),
  cash: cashCountSchema.extend({ explanation: z.string().max(2_000) }),
  others: z
    .array(
      z.object({
        tender: countedTenderSchema.exclude(['cash']),
        /** below zero where more went back than came in */
        counted: z.int().min(-LARGEST_BALANCE_CENTS).max(LARGEST_BALANCE_CENTS).pipe(centsSchema),
        explanation: z.string().max(2_000),
      }),
    )
    .max(3),
  note: z.string().max(2_000),
})
export type CloseInput = z.output<typeof closeInputSchema>

export const expectedInputSchema = z.object({ days: daysSchema })
export const reopenInputSchema = z.object({ id: z.int(), reason: z.string().trim().min(1, 'Write why.').max(2_000) })
