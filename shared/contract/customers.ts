import { z } from 'zod'
import { aside, read, write } from './call.ts'
import { invoiceRowSchema } from './invoices.ts'
import { packageBalanceSchema } from './packages.ts'
import { lowReasonSchema } from './policies.ts'
import { centsSchema, cursorSchema, dateSchema, hundredthsSchema, refSchema, tenderSchema } from './values.ts'
import { say } from '../words/say.ts'

export const customerSchema = z.object({
  number: refSchema,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.string(),
  active: z.boolean(),
  /** who usually pays, where it is not the customer: a parent, an employer */
  usualPayer: z.object({ number: refSchema, name: z.string() }).nullable(),
})
export type Customer = z.output<typeof customerSchema>

const customerWords = {
  name: z.string().trim().min(1, say('calls.write_a_name')).max(200),
  email: z.string().trim().max(200),
  phone: z.string().trim().max(100),
  address: z.string().max(500).default(''),
  /** number of the usual payer; '': nobody; left out: as it was */
  usualPayer: z.string().trim().max(100).optional(),
}

/** A package widget. Hours are always there; money only where the caller may see it. */
export const packageWidgetSchema = packageBalanceSchema.extend({
  price: centsSchema.nullable(),
  paid: centsSchema.nullable(),
  owed: centsSchema.nullable(),
  funds: centsSchema.nullable(),
  toPay: centsSchema.nullable(),
  lines: z.array(
    packageBalanceSchema.shape.lines.element.extend({
      dollarsIncluded: centsSchema.nullable(),
      dollarsUsed: centsSchema.nullable(),
      dollarsRemaining: centsSchema.nullable(),
    }),
  ),
  /** the last entry of its history: what a form built on it names as its basis */
  lastEntry: z.int(),
  /** why it is running low; the reasons of money only where it may be seen */
  low: z.array(lowReasonSchema),
})
export type PackageWidget = z.output<typeof packageWidgetSchema>

export const accountEntrySchema = z.object({
  entry: z.int(),
  date: dateSchema,
  action: z.string(),
  ref: z.string(),
  /** what it adds to the account */
  change: centsSchema,
  balance: centsSchema,
  userName: z.string(),
  note: z.string(),
  /** a deposit that can be reversed: how it came in; null for anything else */
  deposit: tenderSchema.nullable(),
})
export type AccountEntry = z.output<typeof accountEntrySchema>

/** Money that came in from a customer, below zero that went back: each has a receipt, by its entry. */
export const customerPaymentSchema = z.object({
  entry: z.int(),
  date: dateSchema,
  action: z.string(),
  ref: z.string(),
  amount: centsSchema,
})
export type CustomerPayment = z.output<typeof customerPaymentSchema>

/** What a customer paid for somebody else, as far as it still stands. */
export const paidForSchema = z.object({
  entry: z.int(),
  date: dateSchema,
  /** whose package or invoice it was */
  customerNumber: z.string(),
  customerName: z.string(),
  /** the customer package, or the invoice */
  of: z.enum(['package', 'invoice']),
  ref: refSchema,
  method: tenderSchema,
  /** less what came back of a payment of an invoice */
  amount: centsSchema,
})
export type PaidFor = z.output<typeof paidForSchema>

/** A customer whose overview was given to the caller, with the hours left on active packages. */
export const ownStudentSchema = customerSchema.extend({
  hours: z.array(z.object({ package: z.string(), name: z.string(), remaining: hundredthsSchema })),
})
export type OwnStudent = z.output<typeof ownStudentSchema>

const mergedRecordSchema = z.object({ number: refSchema, name: z.string() })

export const customersCalls = {
  'customers.list': read({
    access: 'View All Student Enrollments',
    input: z.object({
      search: z.string().max(200),
      active: z.boolean().nullable(),
      after: cursorSchema.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ rows: z.array(customerSchema), next: z.string().nullable() }),
  }),
  /** The customers whose overviews were given to the caller: an instructor's own students; a customer: oneself. */
  'customers.mine': read({
    access: 'signed_in',
    input: z.object({}),
    output: z.object({ rows: z.array(ownStudentSchema) }),
  }),
  /**
   * The overview of one customer. Staff need View All Student Enrollments or access given to that customer; a customer
   * sees the own one, money only under View Own Balance, View Package Funds and View Own Transaction History.
   */
  'customers.overview': read({
    access: 'signed_in',
    input: z.object({ number: refSchema }),
    output: z.object({
      customer: customerSchema,
      /** whose everything of this record is since it was merged, and on which day; null where it was not */
      mergedInto: mergedRecordSchema.extend({ on: dateSchema }).nullable(),
      /** the records that were merged into this one */
      mergedFrom: z.array(mergedRecordSchema),
      account: centsSchema.nullable(),
      /** the last entry that moved the account, 0 where none did: what a form built on it names as its basis */
      accountEntry: z.int().nullable(),
      packages: z.array(packageWidgetSchema),
      /** newest first, at most 200; null where they may not be seen */
      invoices: z.array(invoiceRowSchema).nullable(),
      accountHistory: z.array(accountEntrySchema).nullable(),
      /** newest first, at most 200; null where they may not be seen */
      payments: z.array(customerPaymentSchema).nullable(),
    }),
  }),
  /** What a customer paid for others, newest first, at most 200; and all of it by whom it was for. */
  'customers.paidFor': aside({
    access: 'Access Billing Tab',
    input: z.object({ number: refSchema }),
    output: z.object({
      rows: z.array(paidForSchema),
      sums: z.array(z.object({ customerNumber: z.string(), customerName: z.string(), amount: centsSchema })),
    }),
  }),
  /** Customers with the name, e-mail or telephone of one who is being written: it may be the same person. */
  'customers.like': read({
    access: 'Create Invoices',
    input: z.object({ name: z.string().max(200), email: z.string().max(200), phone: z.string().max(100) }),
    output: z.object({ rows: z.array(z.object({ number: refSchema, name: z.string() })).max(5) }),
  }),
  'customers.create': write({
    access: 'Create Invoices',
    input: z.object({ /** empty: the next free one */ number: z.string().trim().max(200), ...customerWords }),
    output: customerSchema,
  }),
  'customers.edit': write({
    access: 'Create Invoices',
    input: z.object({ number: refSchema, ...customerWords, active: z.boolean() }),
    output: customerSchema,
  }),
}
