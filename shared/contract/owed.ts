import { z } from 'zod'
import { ageSchema } from './activity-report.ts'
import { centsSchema, dateSchema, refSchema } from './values.ts'

const owedBucketSchema = z.object({
  age: ageSchema,
  invoices: centsSchema,
  packages: centsSchema,
  total: centsSchema,
})

/** What one customer owes in all, and the credit on the account that could pay some of it. */
export const owedCustomerSchema = z.object({
  number: refSchema,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  invoices: centsSchema,
  packages: centsSchema,
  total: centsSchema,
  /** the balance of the account; below zero where it is owed, too */
  credit: centsSchema,
  /** days since the oldest of what is owed */
  oldestDays: z.int(),
})
export type OwedCustomer = z.output<typeof owedCustomerSchema>

/** An invoice or a package on which something is owed. */
export const owedRowSchema = z.object({
  of: z.enum(['invoice', 'package']),
  ref: refSchema,
  /** the package by name; nothing of an invoice */
  packageName: z.string(),
  customerNumber: refSchema,
  customerName: z.string(),
  /** of the invoice, or of the adding to the package */
  date: dateSchema,
  days: z.int(),
  amount: centsSchema,
  owed: centsSchema,
  /** of a package: still to be paid for what remains; null of an invoice */
  toPay: centsSchema.nullable(),
})
export type OwedRow = z.output<typeof owedRowSchema>

export const owedSchema = z.object({
  /** all four ages, youngest first */
  ages: z.array(owedBucketSchema),
  total: owedBucketSchema.omit({ age: true }).extend({
    /** on the accounts of those who owe it */
    credit: centsSchema,
    /** what accounts of any customers are below zero: owed besides, of no invoice and no package */
    belowZero: centsSchema,
    /** still to be paid for what remains on the packages */
    toPay: centsSchema,
  }),
  /** who owes most first; at the end those whose account alone is below zero */
  customers: z.array(owedCustomerSchema),
  /** oldest first */
  rows: z.array(owedRowSchema),
  /** how many more there are of each: an export has them all */
  leftCustomers: z.int(),
  left: z.int(),
})
export type Owed = z.output<typeof owedSchema>
