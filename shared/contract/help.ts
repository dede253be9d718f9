import { z } from 'zod'
import { aside } from './call.ts'
import { emptySchema } from './values.ts'

export const helpCalls = {
  /**
   * How the program and its data stand, as a text for somebody who helps. Before anybody signed in, too: it is wanted
   * where nothing opens, and holds no names, amounts, places or secrets.
   */
  'help.diagnostics': aside({
    access: 'anyone',
    input: emptySchema,
    output: z.object({ /** a name to propose */ name: z.string(), text: z.string() }),
  }),
}
