import { z } from 'zod'
import { actionDoneSchema, actionHeader, enteredCents, previewSchema } from './action-values.ts'
import { read, write } from './call.ts'
import { dateSchema, refSchema, tenderSchema } from './values.ts'

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

export const paymentsCalls = {
  /** Reversal and new payment in one step, linked in the notes both ways. */
  'payments.correct': write({ ...correct, output: actionDoneSchema }),
  'payments.correct.preview': read({ ...correct, output: previewSchema }),
}
