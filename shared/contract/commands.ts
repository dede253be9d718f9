import { z } from 'zod'
import { read } from './call.ts'

export const commandsCalls = {
  /** What became of a command of one's own whose answer got lost. */
  'commands.outcome': read({
    access: 'signed_in',
    input: z.object({ id: z.string().min(8).max(100) }),
    output: z.object({
      /** under_way: it still waits, or is being done */
      state: z.enum(['recorded', 'under_way', 'not_recorded']),
      /** what was done, where its answer says so */
      sentence: z.string().nullable(),
    }),
  }),
}
