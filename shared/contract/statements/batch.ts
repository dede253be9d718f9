import { z } from 'zod'
import { say } from '../../words/say.ts'
import { aside, read, write } from '../call.ts'
import { dateSchema, packageStatusSchema } from '../values.ts'

/** A PDF each in a folder; all in one PDF; or a PDF each in one ZIP file, which the window takes as a download. */
export const batchFormSchema = z.enum(['folder', 'one', 'zip'])
export type BatchForm = z.output<typeof batchFormSchema>

export const batchProgressSchema = z.object({
  done: z.int(),
  total: z.int(),
  state: z.enum(['running', 'finished', 'cancelled', 'failed', 'broken_off']),
  /** where the PDFs are: a folder, one file, or the name of a ZIP file */
  into: z.string(),
  /** what went wrong, where it failed */
  problem: z.string().nullable(),
  /** numbers that were issued and whose paper is not there, where it was broken off */
  missing: z.int(),
  /** the first of those: their numbers, and whose they are */
  papers: z.array(z.object({ number: z.string(), customer: z.string() })),
  /** the ZIP file, once it is whole: the window takes it by this key */
  archive: z.string().nullable(),
  /** how many drafts of e-mails were written, and for whom none could be; null where none were asked for */
  drafts: z.object({ written: z.int(), without: z.int() }).nullable(),
})
export type BatchProgress = z.output<typeof batchProgressSchema>

/** Statements of many packages, written on this computer by a worker. One batch runs at a time. */
export const batchCalls = {
  'statements.startBatch': write({
    access: 'Access Billing Tab',
    input: z
      .object({
        search: z.string().max(200),
        status: packageStatusSchema.nullable(),
        asOf: dateSchema.nullable(),
        /** the first day of the activity; null: from the beginning */
        from: dateSchema.nullable(),
        inWords: z.boolean(),
        /** one short page each, without the activity */
        short: z.boolean(),
        form: batchFormSchema,
        /** where to; empty: a new folder in Documents. A ZIP file goes nowhere before the window takes it */
        folder: z.string().trim().max(1_000),
        /** drafts of e-mails beside them, for the mail program */
        drafts: z.boolean().default(false),
      })
      .refine(({ form, drafts }) => !(form === 'one' && drafts), {
        message: say('statement_batches.drafts_need_a_pdf_each'),
        path: ['drafts'],
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
  'statements.batch': read({
    access: 'Access Billing Tab',
    input: z.object({}),
    output: z.object({ progress: batchProgressSchema.nullable() }),
  }),
  /** A piece of the ZIP file of the last batch: a large one is never in one answer, nor in memory. */
  'statements.archivePiece': aside({
    access: 'Access Billing Tab',
    input: z.object({ key: z.string().max(50), from: z.int().min(0) }),
    output: z.object({
      /** base64 */
      content: z.string(),
      /** where the next piece begins; null after the last */
      next: z.int().nullable(),
    }),
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
