import { z } from 'zod'
import { read } from './call.ts'
import { exportedFileSchema } from './exports.ts'
import { paperSchema } from './paper.ts'
import { refSchema } from './values.ts'

const asked = {
  /** whether notes go on paper; otherwise they stay inside the house */
  notes: z.boolean(),
  /** whether the file is wanted, too */
  pdf: z.boolean(),
}

/** A paper as it is printed, and as PDF where that was asked for. */
export const paperOutSchema = z.object({
  paper: paperSchema,
  pdf: exportedFileSchema.nullable(),
  /** the characters in it that no font of the paper has */
  unwritten: z.array(z.string()),
})
export type PaperOut = z.output<typeof paperOutSchema>

/**
 * Papers with the names of the day on which what they say was recorded. For Access Billing Tab; a customer under View
 * Own Transaction History gets the own ones.
 */
export const papersCalls = {
  'papers.invoice': read({
    access: 'signed_in',
    input: z.object({ ref: refSchema, ...asked }),
    output: paperOutSchema,
  }),
  /** of a payment, deposit, refund or reversal, by its entry */
  'papers.receipt': read({
    access: 'signed_in',
    input: z.object({ entry: z.int().min(1), ...asked }),
    output: paperOutSchema,
  }),
}
