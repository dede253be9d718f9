import { z } from 'zod'
import { actionHeader, basisSchema, enteredCents, enteredHundredths } from './action-values.ts'
import { read } from './call.ts'
import { historyEntryDetailsSchema } from './packages.ts'
import { action } from './package-actions.ts'
import { centsSchema, dateSchema, invoiceStatusSchema, refSchema, tenderSchema } from './values.ts'

const invoiceLinesSchema = z
  .array(
    z.object({
      /** ref of the customer package it is drawn from; null at the standard rate */
      package: refSchema.nullable(),
      code: refSchema,
      quantity: enteredHundredths,
      note: z.string().max(2_000),
    }),
  )
  .min(1, 'Add hours or items.')
  .max(200)

export const invoiceRowSchema = z.object({
  ref: refSchema,
  date: dateSchema,
  customerNumber: z.string(),
  customerName: z.string(),
  status: invoiceStatusSchema,
  total: centsSchema,
  due: centsSchema,
})
export type InvoiceRow = z.output<typeof invoiceRowSchema>

const make = action('Create Invoices', z.object({ ...actionHeader, customer: refSchema, lines: invoiceLinesSchema }))
const pay = action(
  'Take Payments',
  z.object({
    ...actionHeader,
    ref: refSchema,
    /** null: all that is due, with `package` all package lines */ amount: enteredCents.nullable(),
    method: tenderSchema,
    failed: z.boolean(),
  }),
)
const refund = action(
  'Issue Refunds',
  z.object({
    ...actionHeader,
    ref: refSchema,
    /** null: all that is left of the invoice */
    part: z
      .object({ package: refSchema.nullable(), code: refSchema, quantity: enteredHundredths.nullable() })
      .nullable(),
  }),
)
const cancel = action('Void Invoices', z.object({ ...actionHeader, ref: refSchema }))
const correct = action(
  ['Void Invoices', 'Create Invoices'],
  z.object({ ...actionHeader, ref: refSchema, lines: invoiceLinesSchema }),
)

export const invoicesCalls = {
  'invoices.make.preview': make.preview,
  'invoices.make': make.record,
  'invoices.pay.preview': pay.preview,
  'invoices.pay': pay.record,
  'invoices.refund.preview': refund.preview,
  'invoices.refund': refund.record,
  'invoices.void.preview': cancel.preview,
  'invoices.void': cancel.record,
  'invoices.delete.preview': cancel.preview,
  'invoices.delete': cancel.record,
  /** Void and replacement in one step, linked both ways. `note` is the reason. */
  'invoices.correct': correct.record,
  'invoices.correct.preview': correct.preview,
  /** Billing > Invoices, newest first. Deleted ones are hidden. */
  'invoices.list': read({
    access: 'Access Billing Tab',
    input: z.object({
      /** customer's name or number, or the reference, beginning with this */
      search: z.string().max(200),
      status: invoiceStatusSchema.nullable(),
      after: z.string().nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ rows: z.array(invoiceRowSchema), next: z.string().nullable() }),
  }),
  'invoices.get': read({
    access: 'Access Billing Tab',
    input: z.object({ ref: refSchema }),
    output: historyEntryDetailsSchema.shape.invoice.unwrap().extend({
      customerNumber: z.string(),
      customerName: z.string(),
      due: centsSchema,
      /** the invoice that this one replaces, and the one that replaces it */
      corrects: refSchema.nullable(),
      correctedBy: refSchema.nullable(),
      /** the invoice and the packages on it as they are now: what a form about it is built on */
      basis: z.array(basisSchema),
    }),
  }),
}
