import { z } from 'zod'
import { read } from './call.ts'
import { emptySchema } from './values.ts'

export const commandsCalls = {
  /** What became of a command of one's own whose answer got lost. */
  'commands.outcome': read({
    access: 'signed_in',
    input: z.object({ id: z.string().min(8).max(100) }),
    output: z.object({
      /** under_way: it still waits, or is being done; in_part: whole parts of it are recorded, and it stopped */
      state: z.enum(['recorded', 'under_way', 'not_recorded', 'in_part']),
      /** what was done, where its answer says so */
      sentence: z.string().nullable(),
    }),
  }),
  /** One's own commands whose answers got lost when the program was ended by force; until they were asked after. */
  'commands.unanswered': read({
    access: 'signed_in',
    input: emptySchema,
    output: z.object({
      /** milliseconds since 1970 */
      commands: z.array(z.object({ id: z.string(), sentAt: z.int() })),
    }),
  }),
}
