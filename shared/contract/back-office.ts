import { z } from 'zod'
import { activityReportSchema, agingSchema } from './activity-report.ts'
import { aside, read, write } from './call.ts'
import { closeInputSchema, closingSchema, expectedInputSchema, expectedSchema, reopenInputSchema } from './closings.ts'
import { exportedFileSchema, exportedReportSchema, reportFormatSchema, spreadsheetFormatSchema } from './exports.ts'
import { integritySchema } from './integrity.ts'
import { liabilityPackageRowSchema, liabilitySchema, periodSchema } from './liability.ts'
import { owedSchema } from './owed.ts'
import { packagesCalls } from './packages.ts'
import { invoicesCalls } from './invoices.ts'
import { customersCalls } from './customers.ts'
import { dateSchema, emptySchema, refSchema } from './values.ts'

/** Money of the whole school: for those who keep its books. */
const BOOKS = ['Access Billing Tab', 'Reconcile'] as const

export const backOfficeCalls = {
  /** What the school owes its customers at the end of a period, how it came to that, revenue and sales tax. */
  'reports.liability': aside({ access: BOOKS, input: z.object({ period: periodSchema }), output: liabilitySchema }),
  /** The same movement of each customer package, by ref: of one package, or of all where it is null. */
  'reports.liabilityPackages': aside({
    access: BOOKS,
    input: z.object({ period: periodSchema, package: refSchema.nullable() }),
    output: z.object({
      rows: z.array(liabilityPackageRowSchema).max(1_000),
      /** how many more there are: an export has them all */
      left: z.int(),
    }),
  }),
  /** What is owed on packages at the end of a day, by age. */
  'reports.aging': aside({ access: BOOKS, input: z.object({ asOf: dateSchema }), output: agingSchema }),
  /** Everything that is owed to the school at the end of a day: invoices and packages, by age and by customer. */
  'reports.owed': aside({ access: BOOKS, input: z.object({ asOf: dateSchema }), output: owedSchema }),
  /** Payments by tender and user; voids, deletions and refunds by user. */
  'reports.activity': aside({
    access: BOOKS,
    input: z.object({ period: periodSchema }),
    output: activityReportSchema,
  }),

  /** A report as a file: as on the screen, without its limit of rows. */
  'reports.export': aside({
    access: BOOKS,
    input: z.object({ of: exportedReportSchema, format: reportFormatSchema }),
    output: exportedFileSchema,
  }),
  /** The whole ledger as a file for other programs; refused where it is so long that only the command line can. */
  'ledger.export': aside({
    access: BOOKS,
    input: z.object({
      /** hledger; a general journal; the same with money only, which accounting programs take */
      format: z.enum(['hledger', 'journal', 'money_journal']),
    }),
    output: exportedFileSchema,
  }),
  /** The lists as files, with the search, status and sort that the screen has: all of their pages. */
  'packages.export': aside({
    access: packagesCalls['packages.list'].access,
    input: z.object({
      choice: packagesCalls['packages.list'].input.omit({ after: true, limit: true }),
      format: spreadsheetFormatSchema,
    }),
    output: exportedFileSchema,
  }),
  'invoices.export': aside({
    access: invoicesCalls['invoices.list'].access,
    input: z.object({
      choice: invoicesCalls['invoices.list'].input.omit({ after: true, limit: true }),
      format: spreadsheetFormatSchema,
    }),
    output: exportedFileSchema,
  }),
  'customers.export': aside({
    access: customersCalls['customers.list'].access,
    input: z.object({
      choice: customersCalls['customers.list'].input.omit({ after: true, limit: true }),
      format: spreadsheetFormatSchema,
    }),
    output: exportedFileSchema,
  }),

  /** Closed days and periods, the latest first; reopened ones stay on the list. */
  'closings.list': read({
    access: 'Reconcile',
    input: emptySchema,
    output: z.object({ rows: z.array(closingSchema) }),
  }),
  /** What the ledger expects of each tender on days that are to be closed. */
  'closings.expected': read({ access: 'Reconcile', input: expectedInputSchema, output: expectedSchema }),
  /** Signs days off: afterwards nothing can be dated into them. */
  'closings.close': write({ access: 'Reconcile', input: closeInputSchema, output: closingSchema }),
  /** Opens closed days again, with a reason. */
  'closings.reopen': write({ access: 'Reconcile', input: reopenInputSchema, output: closingSchema }),

  /** What the last verification found, in words. */
  'integrity.status': read({ access: 'Reconcile', input: emptySchema, output: integritySchema }),
  /** Verifies now, in a thread of its own, and answers when it is done; joins the one under way. */
  'integrity.run': aside({
    access: 'Reconcile',
    input: emptySchema,
    output: integritySchema,
    unbound: 'What it leaves is the list of runs, which is about the file and not of the school; it may run again.',
  }),
  /** Makes the rows that follow from the ledger anew, after a backup, and verifies. Refused where the ledger is damaged. */
  'integrity.rebuild': aside({
    access: ['Reconcile', 'Manage Settings'],
    input: emptySchema,
    output: z.object({ status: integritySchema, sentence: z.string() }),
    unbound: 'It makes what is there already from the ledger: once more makes the same.',
  }),
}
