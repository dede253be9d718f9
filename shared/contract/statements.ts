import { z } from 'zod'
import { read, write } from './call.ts'
import { paidForSchema } from './customers.ts'
import { paperSchema } from './paper.ts'
import {
  centsSchema,
  dateSchema,
  hundredthsSchema,
  historyActionSchema,
  lineKindSchema,
  packageStatusSchema,
  refSchema,
} from './values.ts'
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

export const batchProgressSchema = z.object({
  done: z.int(),
  total: z.int(),
  state: z.enum(['running', 'finished', 'cancelled', 'failed', 'broken_off']),
  /** where the PDFs are: a folder, or one file */
  into: z.string(),
  /** what went wrong, where it failed */
  problem: z.string().nullable(),
  /** numbers that were issued and whose paper is not there, where it was broken off */
  missing: z.int(),
  /** the first of those: their numbers, and whose they are */
  papers: z.array(z.object({ number: z.string(), customer: z.string() })),
})
export type BatchProgress = z.output<typeof batchProgressSchema>

const papersPlacesSchema = z.object({
  /** what an administrator has settled; null: nothing */
  settled: z.string().nullable(),
  /** in which a new folder is made where none is named */
  usual: z.string(),
  /** anywhere: any ordinary folder; own: below the own home folder; usual: nowhere but there */
  may: z.enum(['anywhere', 'own', 'usual']),
})
export type PapersPlaces = z.output<typeof papersPlacesSchema>

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
  /** Statements of many packages, written on this computer by a worker. One batch runs at a time. */
  'statements.startBatch': write({
    access: 'Access Billing Tab',
    input: z.object({
      search: z.string().max(200),
      status: packageStatusSchema.nullable(),
      asOf: dateSchema.nullable(),
      /** the first day of the activity; null: from the beginning */
      from: dateSchema.nullable(),
      inWords: z.boolean(),
      /** one short page each, without the activity */
      short: z.boolean(),
      /** one PDF with all, or a folder with one each */
      form: z.enum(['one', 'folder']),
      /** where to; empty: a new folder in Documents */
      folder: z.string().trim().max(1_000),
    }),
    output: batchProgressSchema,
  }),
  /** Before they are issued: the names on them that no font of the paper can write whole. */
  'statements.unwritten': read({
    access: 'Access Billing Tab',
    input: z.object({ search: z.string().max(200), status: packageStatusSchema.nullable() }),
    output: z.object({
      names: z.array(
        z.object({
          /** nothing where it stands on all of them: the school, a package, an item */
          customer: z.string(),
          name: z.string(),
          characters: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** Where statements of many go when nobody says, and whether the caller may name another folder. */
  'statements.places': read({
    access: 'Access Billing Tab',
    input: z.object({}),
    output: papersPlacesSchema,
  }),
  /** Settles where papers go; empty: nowhere in particular. */
  'statements.settleFolder': write({
    access: 'Manage Settings',
    input: z.object({ folder: z.string().trim().max(1_000) }),
    output: papersPlacesSchema,
  }),
  'statements.batch': read({
    access: 'Access Billing Tab',
    input: z.object({}),
    output: z.object({ progress: batchProgressSchema.nullable() }),
  }),
  /** Goes on with a batch that was broken off: writes the papers that are missing, under their numbers. */
  'statements.resumeBatch': write({
    access: 'Access Billing Tab',
    input: z.object({}),
    output: batchProgressSchema,
  }),
  'statements.cancelBatch': write({
    access: 'Access Billing Tab',
    input: z.object({}),
    output: z.object({ progress: batchProgressSchema.nullable() }),
  }),
}
