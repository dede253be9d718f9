import { z } from 'zod'
import { actionDoneSchema, actionHeader, enteredCents, previewSchema } from './action-values.ts'
import { read, write } from './call.ts'
import { centsSchema, dateSchema, refSchema, tenderSchema } from './values.ts'

/** A payment that stands: of a package or a deposit by its reference, of an invoice by tender and exact amount. */
export const standingPaymentSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('package'), package: refSchema, payment: refSchema }),
  z.object({ of: z.literal('account'), customer: refSchema, payment: refSchema }),
  z.object({ of: z.literal('invoice'), invoice: refSchema, amount: enteredCents, method: tenderSchema }),
])
export type StandingPayment = z.output<typeof standingPaymentSchema>

/** What a payment is for. */
export const paymentForSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('package'), package: refSchema }),
  z.object({ of: z.literal('account'), customer: refSchema }),
  z.object({ of: z.literal('invoice'), invoice: refSchema }),
])
export type PaymentFor = z.output<typeof paymentForSchema>

const correct = {
  access: ['Issue Refunds', 'Take Payments'],
  input: z.object({
    // Of the reversal; the note is its reason.
    ...actionHeader,
    payment: standingPaymentSchema,
    /** the payment as it should have been; refusals name its fields as `instead.amount` */
    instead: z.object({
      for: paymentForSchema,
      amount: enteredCents,
      method: tenderSchema,
      /** null: today at the school */
      date: dateSchema.nullable(),
      /** number of who paid; empty: the customer */
      payer: z.string().max(200).default(''),
    }),
  }),
} as const

/** Money that comes in with one tender: for the invoice, or what is more than due, which the account keeps. */
const takenPartSchema = z.object({
  for: z.enum(['invoice', 'account']),
  method: tenderSchema,
  /** null: all that the tender pays, with `package` all package lines */
  amount: enteredCents.nullable(),
  /** number of a check or slip; stands in front of the note */
  reference: z.string().max(100),
})

const take = {
  access: 'Take Payments',
  input: z.object({
    ...actionHeader,
    /** ref of the invoice */
    ref: refSchema,
    /** in the order in which they are recorded; refusals name their fields as `parts.1.amount` */
    parts: z.array(takenPartSchema).min(1).max(20),
    failed: z.boolean(),
    /** number of who paid; empty: the customer */
    payer: z.string().max(200).default(''),
  }),
} as const

export const paymentsCalls = {
  /** A payment of an invoice by several tenders: all of it is recorded, or nothing. */
  'payments.take': write({ ...take, output: actionDoneSchema.extend({ due: centsSchema }) }),
  'payments.take.preview': read({ ...take, output: previewSchema }),
  /** Reversal and new payment in one step, linked in the notes both ways. */
  'payments.correct': write({ ...correct, output: actionDoneSchema }),
  'payments.correct.preview': read({ ...correct, output: previewSchema }),
}
