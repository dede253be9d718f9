import { z } from 'zod'
import { actionDoneSchema, actionHeader, enteredCents, previewSchema } from './action-values.ts'
import { read, write } from './call.ts'
import { withdrawalSchema } from './policies.ts'
import { centsSchema, refSchema, tenderSchema } from './values.ts'

/** A package that a leaver is taken off, with what goes back of it and what the school keeps. */
const leavingPackageSchema = withdrawalSchema.extend({
  /** what the school keeps of the unspent funds */
  kept: centsSchema,
})
export type LeavingPackage = z.output<typeof leavingPackageSchema>

/** Where what is given back goes: out by a tender, or onto another package of the customer, which stays. */
const givenBackSchema = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('tender'),
    method: tenderSchema,
    /** number of the payer whose account it goes to; empty: the customer's */
    payer: z.string().max(200).default(''),
  }),
  z.object({ how: z.literal('package'), package: refSchema }),
])

const leave = {
  // What each step takes beyond this is asked for by the step.
  access: ['Access Billing Tab', 'Manage Packages'] as ['Access Billing Tab', 'Manage Packages'],
  input: z.object({
    ...actionHeader,
    /** the customer's */
    number: refSchema,
    /** each with the refund that was shown: where the workings come to another one now, nothing is done */
    packages: z.array(z.object({ ref: refSchema, refund: enteredCents })).max(49),
    to: givenBackSchema,
    /** code of the item that what the school keeps is invoiced as; empty where it keeps nothing */
    keptAs: z.string().max(200),
    /** what is paid out of the customer's account by the same tender; 0: nothing */
    fromAccount: enteredCents,
    /** the customer gets nothing sold any more */
    deactivate: z.boolean(),
  }),
} as const

export const leavingCalls = {
  /** The packages that a leaver would be taken off, with the workings of each, and the account. Refused: not_found. */
  'customers.leaving': read({
    access: ['Access Billing Tab', 'Manage Packages'],
    input: z.object({ number: refSchema }),
    output: z.object({
      packages: z.array(leavingPackageSchema),
      account: centsSchema,
      /** the last entry that moved the account, 0 where none did */
      accountEntry: z.int(),
      active: z.boolean(),
    }),
  }),
  'customers.leave.preview': read({ ...leave, output: previewSchema }),
  /**
   * Gives back, invoices what is kept, takes the customer off the packages and deactivates: all of it, or nothing.
   * Answers the last of its entries, or 0 where the customer was only deactivated; `ref` is the customer's number.
   */
  'customers.leave': write({ ...leave, output: actionDoneSchema }),
}
