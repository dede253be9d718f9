import { z } from 'zod'
import { read } from './call.ts'
import { packageRowSchema } from './package-columns.ts'

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
      /** by how many minutes the computer's clock is behind the last entry; 0 where it is not */
      clockBehind: z.int().min(0),
      /** milliseconds until it is asked again: sooner where other desks record, too */
      askAgain: z.int().positive(),
      /** the changed rows of the Packages tab; null where they are too many, or the caller may not see them */
      packages: z.array(packageRowSchema).nullable(),
    }),
  }),
}
