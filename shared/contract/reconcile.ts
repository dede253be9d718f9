import { z } from 'zod'
import { LARGEST_AMOUNT_CENTS } from '../money.ts'
import { aside, read, write } from './call.ts'
import { countedTenderSchema } from './closings.ts'
import {
  chosenFileSchema,
  filePreviewSchema,
  mappingSchema,
  presetSchema,
  receiptSchema,
  sourceSchema,
  takenFileSchema,
} from './reconcile-file.ts'
import { standingPaymentSchema } from './payments.ts'
import { centsSchema, dateSchema, emptySchema } from './values.ts'
import { say } from '../words/say.ts'

/** A payment that the desk recorded, or what went back to a customer: an entry of the ledger by one tender. */
export const recordedPaymentSchema = z.object({
  /** entry number and tender, like "1204 card" */
  key: z.string().max(40),
  entry: z.int(),
  tender: countedTenderSchema,
  date: dateSchema,
  /** negative where it went back to the customer */
  amount: centsSchema,
  customer: z.string(),
  customerNumber: z.string(),
  /** the customer package, the invoice or the account that it belongs to, by ref or number */
  ref: z.string(),
  /** the reference under which it was recorded */
  recordedAs: z.string(),
  /** package_payment, invoice_payment, account_deposit, invoice_refund …: as the ledger has it */
  action: z.string(),
  note: z.string(),
})
export type RecordedPayment = z.output<typeof recordedPaymentSchema>

/** A line of a taken file that waits for somebody. */
export const openLineSchema = receiptSchema
  .omit({ repeats: true })
  .extend({ id: z.int(), file: z.string(), /** it is a part of a line that was split */ part: z.boolean() })
export type OpenLine = z.output<typeof openLineSchema>

/** Which lines and payments belong together. One to one, one line to many payments, or many lines to one payment. */
export const proposalSchema = z.object({
  /** names the pair, for accepting and rejecting: line ids, then payment keys */
  key: z.string(),
  lines: z.array(openLineSchema).min(1),
  payments: z.array(recordedPaymentSchema).min(1),
  /** exact ones are ticked; likely ones fit but for a doubt; possible ones are worth a look */
  certainty: z.enum(['exact', 'likely', 'possible']),
  /** why, in words: "same amount and day, reference 4021" */
  reason: z.string(),
  /** lines - payments; not 0 only where the amount differs or a fee was kept back */
  difference: centsSchema,
})
export type Proposal = z.output<typeof proposalSchema>

const workSchema = z.object({
  /** exact first, then the best of the doubtful; at most 300 of each certainty */
  proposals: z.array(proposalSchema),
  /** same reference or customer and about the same day, but not the same amount; at most 300 */
  differing: z.array(proposalSchema),
  /** received, not recorded: lines that no proposal has; at most 300 */
  notRecorded: z.array(openLineSchema),
  /** recorded, not received: payments that no proposal has; at most 300 */
  notReceived: z.array(recordedPaymentSchema),
  /** how many there are of each in all, whatever the limits */
  counts: z.object({
    exact: z.int(),
    likely: z.int(),
    possible: z.int(),
    differing: z.int(),
    notRecorded: z.int(),
    notReceived: z.int(),
  }),
})
export type Work = z.output<typeof workSchema>

/** What was settled: a match that was accepted, or a line that is not the school's. */
export const settledSchema = z.object({
  id: z.int(),
  kind: z.enum(['matched', 'not_ours']),
  lines: z.array(openLineSchema),
  payments: z.array(recordedPaymentSchema),
  difference: centsSchema,
  note: z.string(),
  by: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
})
export type Settled = z.output<typeof settledSchema>

/** A source on business dates: its lines, and the payments by its tenders. A payment is settled once for each source. */
const scopeSchema = z
  .object({ source: z.int(), from: dateSchema, to: dateSchema })
  .refine(({ from, to }) => from <= to, {
    error: say('calls.the_first_day_must_not_be_after_the_last'),
    path: ['from'],
  })
export type ReconcileScope = z.output<typeof scopeSchema>

const idSchema = z.int().min(1)
const keySchema = z.string().min(1).max(40)
const matchSchema = z.object({
  lines: z.array(idSchema).min(1).max(500),
  payments: z.array(keySchema).min(1).max(500),
  /** asked for where the amounts differ */
  note: z.string().max(2_000),
})
/** Rows that are taken though they look like no payments. */
const alsoRowsSchema = z.array(z.int().min(1)).max(500)
const settledCountSchema = z.object({ settled: z.int() })

export const reconcileCalls = {
  /** The sources that files came from, and presets for those still to come. */
  'reconcile.sources': read({
    access: 'Reconcile',
    input: emptySchema,
    output: z.object({ sources: z.array(sourceSchema), presets: z.array(presetSchema) }),
  }),
  /** Reads a chosen file without taking it. `mapping` null: the source's own, or one found out from the file. */
  'reconcile.preview': aside({
    access: 'Reconcile',
    input: z.object({
      file: chosenFileSchema,
      source: idSchema.nullable(),
      mapping: mappingSchema.nullable(),
      alsoRows: alsoRowsSchema,
    }),
    output: filePreviewSchema,
  }),
  /** Takes a file as the preview showed it: all of it or nothing. Lines that were taken before are left out. */
  'reconcile.take': write({
    access: 'Reconcile',
    input: z.object({
      file: chosenFileSchema,
      /** a source there is, or the name of a new one */
      source: z.union([idSchema, z.string().trim().min(1).max(100)]),
      tenders: sourceSchema.shape.tenders.max(10),
      mapping: mappingSchema,
      alsoRows: alsoRowsSchema,
      /** what the preview called what it showed: another file or mapping is refused */
      shown: z.string().max(100),
    }),
    output: z.object({ source: idSchema, file: takenFileSchema, repeated: z.int() }),
  }),
  /** The files that were taken, the latest first. */
  'reconcile.files': read({
    access: 'Reconcile',
    input: emptySchema,
    output: z.object({ rows: z.array(takenFileSchema) }),
  }),
  /** Takes a file out again; refused once one of its lines was settled. */
  'reconcile.removeFile': write({ access: 'Reconcile', input: z.object({ file: idSchema }), output: emptySchema }),

  /** What belongs together, and what is left over on both sides. */
  'reconcile.work': aside({ access: 'Reconcile', input: scopeSchema, output: workSchema }),
  /** Accepts every exact proposal of the scope but those named by key; what is matched is found beside the window. */
  'reconcile.acceptExact': write({
    access: 'Reconcile',
    input: z.object({ scope: scopeSchema, except: z.array(z.string().max(10_000)).max(10_000) }),
    output: settledCountSchema,
  }),
  /** How far such an accepting is; null where none is under way. */
  'reconcile.accepting': read({
    access: 'Reconcile',
    input: emptySchema,
    output: z.object({ progress: z.object({ done: z.int(), total: z.int() }).nullable() }),
  }),
  /** Accepts matches; where amounts differ a note must say why. Refused as `stale` where one side was settled meanwhile. */
  'reconcile.accept': write({
    access: 'Reconcile',
    input: z.object({ source: idSchema, matches: z.array(matchSchema).min(1).max(500) }),
    output: settledCountSchema,
  }),
  /** Says that these do not belong together: it is not proposed again. */
  'reconcile.reject': write({
    access: 'Reconcile',
    input: z.object({ lines: z.array(idSchema).min(1).max(500), payments: z.array(keySchema).min(1).max(500) }),
    output: emptySchema,
  }),
  /** Says that a line is not the school's. */
  'reconcile.notOurs': write({
    access: 'Reconcile',
    input: z.object({ line: idSchema, note: z.string().max(2_000) }),
    output: emptySchema,
  }),
  /** Splits a line into parts that add up to it, so that each finds its own payment. */
  'reconcile.split': write({
    access: 'Reconcile',
    input: z.object({
      line: idSchema,
      amounts: z.array(z.int().min(-LARGEST_AMOUNT_CENTS).max(LARGEST_AMOUNT_CENTS).pipe(centsSchema)).min(2).max(50),
    }),
    output: emptySchema,
  }),
  /** What was settled for a source on business dates, the latest first; `before` is the id to go on from. */
  'reconcile.settled': read({
    access: 'Reconcile',
    input: z.object({ scope: scopeSchema, before: idSchema.nullable(), limit: z.int().min(1).max(200) }),
    output: z.object({ rows: z.array(settledSchema), next: idSchema.nullable() }),
  }),
  /** The payments that a line which went out may take back: a chargeback, a check returned. The likeliest first. */
  'reconcile.reversible': read({
    access: 'Reconcile',
    input: z.object({ line: idSchema }),
    output: z.object({ payments: z.array(recordedPaymentSchema.extend({ standing: standingPaymentSchema })) }),
  }),
  /** Opens what was settled again. It stays on record that it was. */
  'reconcile.reopen': write({ access: 'Reconcile', input: z.object({ settled: idSchema }), output: emptySchema }),
}
