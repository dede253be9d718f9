import { z } from 'zod'

/** One check of a verification. */
export const integrityCheckSchema = z.object({
  /** its name, as `verify --json` has it */
  check: z.string(),
  /** what it says, in words */
  words: z.string(),
  ok: z.boolean(),
  /** what is wrong, at most 100 of them */
  findings: z.array(z.object({ /** null: it is about no entry */ entry: z.int().nullable(), message: z.string() })),
  /** how many more there are */
  more: z.int(),
  /** what to do; null where nothing is wrong */
  remedy: z.string().nullable(),
})
export type IntegrityCheck = z.output<typeof integrityCheckSchema>

export const integritySchema = z.object({
  /** whether a verification is under way */
  running: z.boolean(),
  /** how much of the ledger it, or a rebuild, has gone through, 0 to 100; null while there is none */
  percent: z.int().nullable(),
  /** the last one; null where none ran yet */
  last: z
    .object({
      /** ISO 8601, UTC */
      finishedAt: z.string(),
      milliseconds: z.int(),
      /** who asked for it; null: it ran by itself */
      by: z.string().nullable(),
      ok: z.boolean(),
      checks: z.array(integrityCheckSchema),
    })
    .nullable(),
})
export type Integrity = z.output<typeof integritySchema>
