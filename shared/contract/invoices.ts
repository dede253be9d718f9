import { z } from 'zod'
import {
  actionDoneSchema,
  actionHeader,
  basisSchema,
  enteredCents,
  enteredHundredths,
  previewSchema,
} from './action-values.ts'
import { read, write } from './call.ts'
import { historyEntryDetailsSchema } from './packages.ts'
import { centsSchema, cursorSchema, dateSchema, invoiceStatusSchema, refSchema } from './values.ts'
import { say } from '../words/say.ts'

const invoiceLinesSchema = z
  .array(
    z.object({
      /** ref of the customer package it is drawn from; null at the standard rate */
      package: refSchema.nullable(),
      code: refSchema,
      quantity: enteredHundredths,
      note: z.string().max(2_000),
      /** an agreed amount, tax included, at the standard rate only; null: the rate's */
      amount: enteredCents.nullable().default(null),
    }),
  )
  .min(1, say('calls.add_hours_or_items'))
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

const correct = {
  access: ['Void Invoices', 'Create Invoices'],
  input: z.object({
    ...actionHeader,
    ref: refSchema,
    lines: invoiceLinesSchema,
    /** what was paid is handed back as the void does, or is paid on the replacement again, by the same tenders and payers */
    money: z.enum(['back', 'stays']).default('back'),
  }),
} as const

export const invoicesCalls = {
  /** Void and replacement in one step, linked both ways. `note` is the reason. */
  'invoices.correct': write({ ...correct, output: actionDoneSchema }),
  'invoices.correct.preview': read({ ...correct, output: previewSchema }),
  /** Billing > Invoices, newest first. Deleted ones are hidden. */
  'invoices.list': read({
    access: 'Access Billing Tab',
    input: z.object({
      /** customer's name or number, or the reference, beginning with this */
      search: z.string().max(200),
      status: invoiceStatusSchema.nullable(),
      after: cursorSchema.nullable(),
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
      /** who usually pays for the customer, where it is somebody else */
      usualPayer: z.object({ number: refSchema, name: z.string() }).nullable(),
      due: centsSchema,
      /** the invoice that this one replaces, and the one that replaces it */
      corrects: refSchema.nullable(),
      correctedBy: refSchema.nullable(),
      /** the invoice and the packages on it as they are now: what a form about it is built on */
      basis: z.array(basisSchema),
    }),
  }),
}
