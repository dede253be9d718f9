import { z } from 'zod'
import { heard, read } from './call.ts'
import { packageRowSchema } from './package-columns.ts'
import { emptySchema } from './values.ts'

export const changesCalls = {
  /**
   * What the ledger has recorded since an entry: a window asks every few seconds, so that a balance shown is refreshed
   * when someone else's action changes it.
   */
  'changes.since': read({
    access: 'signed_in',
    /** the last entry that the window knows of; null at the first time */
    input: z.object({ entry: z.int().min(0).nullable() }),
    output: z.object({
      /** the last entry now */
      entry: z.int(),
      /** whether they are the numbers of a copy, on which the desk goes on without its server */
      isCopy: z.boolean(),
      /** by how many minutes the computer's clock is behind the last entry; 0 where it is not */
      clockBehind: z.int().min(0),
      /** milliseconds until it is asked again: sooner where other desks record, too */
      askAgain: z.int().positive(),
      /** whether this process is told at once of what others record: then `changes.heard` says when to ask */
      isTold: z.boolean(),
      /** the changed rows of the Packages tab; null where they are too many, or the caller may not see them */
      packages: z.array(packageRowSchema).nullable(),
    }),
  }),
  /** How often this process heard that something was recorded: another number is a reason to ask what. */
  'changes.heard': heard({
    input: emptySchema,
    /** null where it is not told at the moment */
    output: z.object({ heard: z.int().min(0).nullable() }),
  }),
}
