import { z } from 'zod'
import { read, write } from './call.ts'
import { paidForSchema } from './customers.ts'
import { paperSchema } from './paper.ts'
import { batchCalls } from './statements/batch.ts'
import { placesCalls } from './statements/places.ts'
import { centsSchema, dateSchema, hundredthsSchema, historyActionSchema, lineKindSchema, refSchema } from './values.ts'
import { say } from '../words/say.ts'

/** One customer package, or a customer with all packages. */
export const statementOfSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('package'), ref: refSchema }),
  z.object({ of: z.literal('customer'), number: refSchema }),
])
export type StatementOf = z.output<typeof statementOfSchema>

export const statementChoiceSchema = z.object({
  about: statementOfSchema,
  /** the day at whose end the balances stand; null: today */
  asOf: dateSchema.nullable(),
  /** the first day of the activity; null: from the beginning */
  from: dateSchema.nullable(),
  /** whether each number says in words how it comes about */
  inWords: z.boolean(),
  /** whether notes go on paper; otherwise they stay inside the house */
  notes: z.boolean().default(false),
  /** without the activity: what is left, paid and owed; it rests on the same numbers */
  short: z.boolean().default(false),
})
export type StatementChoice = z.output<typeof statementChoiceSchema>

/** Where a package stands, before the first or after the last day of the activity. */
const standingSchema = z.object({
  paid: centsSchema,
  funds: centsSchema,
  lines: z.array(z.object({ line: z.int(), remaining: hundredthsSchema, dollarsRemaining: centsSchema })),
})
export type Standing = z.output<typeof standingSchema>

export const statementPackageSchema = z.object({
  ref: refSchema,
  packageCode: z.string(),
  packageName: z.string(),
  added: dateSchema,
  /** the day from which on its customer was removed from it; null where that was not, or was undone */
  removed: dateSchema.nullable(),
  price: centsSchema,
  paid: centsSchema,
  owed: centsSchema,
  funds: centsSchema,
  lines: z.array(
    z.object({
      line: z.int(),
      code: z.string(),
      name: z.string(),
      kind: lineKindSchema,
      included: hundredthsSchema,
      used: hundredthsSchema,
      remaining: hundredthsSchema,
      dollarsIncluded: centsSchema,
      dollarsUsed: centsSchema,
      dollarsRemaining: centsSchema,
    }),
  ),
  opening: standingSchema,
  /** every action of the period, by date and then in the order of recording; opening and these make the closing */
  activity: z.array(
    z.object({
      entry: z.int(),
      date: dateSchema,
      action: historyActionSchema,
      ref: z.string(),
      amount: centsSchema,
      note: z.string(),
      paidChange: centsSchema,
      fundsChange: centsSchema,
      lines: z.array(
        z.object({
          line: z.int(),
          code: z.string(),
          remainingChange: hundredthsSchema,
          dollarsRemainingChange: centsSchema,
        }),
      ),
    }),
  ),
  closing: standingSchema,
  /** null where it never ends, and on older statements, which did not say */
  lastValid: dateSchema.nullable(),
  /** what stands on invoices that are not paid */
  pending: z.array(
    z.object({
      ref: z.string(),
      code: z.string(),
      name: z.string(),
      kind: lineKindSchema,
      quantity: hundredthsSchema,
      amount: centsSchema,
    }),
  ),
  /** how each number comes about; empty where that was not asked for */
  inWords: z.array(z.string()),
})
export type StatementPackage = z.output<typeof statementPackageSchema>

export const statementSchema = z.object({
  /** null before it is issued */
  number: z.string().nullable(),
  /** the day on which it was made */
  date: dateSchema,
  asOf: dateSchema,
  from: dateSchema.nullable(),
  /** the activity is left out on paper */
  short: z.boolean(),
  school: z.object({
    name: z.string(),
    address: z.string(),
    currency: z.string(),
    minorDigits: z.int(),
    locale: z.string(),
  }),
  customer: z.object({
    number: refSchema,
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    address: z.string(),
  }),
  packages: z.array(statementPackageSchema),
  /** invoices on which something was due; null on the statement of one package, and on older ones */
  invoices: z.array(z.object({ ref: z.string(), date: dateSchema, total: centsSchema, due: centsSchema })).nullable(),
  /** the account, by date and then in the order of recording; null on the statement of one package, and on older ones */
  account: z
    .object({
      opening: centsSchema,
      activity: z.array(
        z.object({
          entry: z.int(),
          date: dateSchema,
          action: z.string(),
          ref: z.string(),
          note: z.string(),
          change: centsSchema,
        }),
      ),
      closing: centsSchema,
    })
    .nullable(),
  /** what was paid for others in the period and stands, by date; null on the statement of one package, and on older ones */
  paidFor: z.array(paidForSchema).nullable(),
  /** the ledger's last entry that it rests on: its number, and its hash in the chain */
  head: z.object({ entry: z.int(), hash: z.string() }),
  /** what `check` recognises it by: the entry and the beginning of the SHA-256 of its numbers */
  fingerprint: z.string(),
})
export type Statement = z.output<typeof statementSchema>

export const statementCheckSchema = z.object({
  /** valid: its numbers come out of the ledger again. unknown: never issued. differs: they do not. */
  outcome: z.enum(['valid', 'unknown', 'differs']),
  /** in plain sentences */
  words: z.array(z.string()),
  statement: statementSchema.nullable(),
})
export type StatementCheck = z.output<typeof statementCheckSchema>

/** A statement as it stands on paper. */
export const statementOnPaperSchema = z.object({
  paper: paperSchema,
  fingerprint: z.string(),
  /** the characters in it that no font of the paper has */
  unwritten: z.array(z.string()),
})
export type StatementOnPaper = z.output<typeof statementOnPaperSchema>

const fileSchema = z.object({ name: z.string(), /** base64 */ content: z.string() })

export const statementsCalls = {
  /** The statement as it would be issued now. Of a customer the own one, under View Own Transaction History. */
  'statements.show': read({ access: 'signed_in', input: statementChoiceSchema, output: statementOnPaperSchema }),
  /** Gives it a number, and keeps what it rests on, so that it can be checked later. */
  'statements.issue': write({
    access: 'signed_in',
    input: statementChoiceSchema,
    output: statementOnPaperSchema.extend({ number: z.string() }),
  }),
  /** An issued statement as a file: as it was, whatever was recorded since. */
  'statements.file': read({
    access: 'signed_in',
    input: z.object({ number: z.string().max(50), form: z.enum(['pdf', 'csv']) }),
    output: fileSchema,
  }),
  /** Whether a statement on paper still comes out of the ledger. */
  'statements.check': read({
    access: 'Access Billing Tab',
    input: z.object({
      number: z.string().trim().min(1, say('calls.write_the_number_of_the_statement')).max(50),
      fingerprint: z.string().trim().max(100),
    }),
    output: statementCheckSchema,
  }),
  ...batchCalls,
  ...placesCalls,
}
