import { z } from 'zod'
import { read, session } from './call.ts'
import { emptySchema, permissionSchema, roleSchema } from './values.ts'

export const signedInUserSchema = z.object({
  username: z.string(),
  name: z.string(),
  role: roleSchema,
  permissions: z.array(permissionSchema),
  /** the number of the customer that this user is, where it is one */
  customer: z.string().nullable(),
})
export type SignedInUser = z.output<typeof signedInUserSchema>

export const sessionSchema = z.object({
  /** goes into the envelope of every further call */
  token: z.string(),
  user: signedInUserSchema,
})

export const sessionCalls = {
  'session.signIn': session({
    access: 'anyone',
    input: z.object({ username: z.string().min(1, 'Write your username.').max(100), password: z.string().max(1000) }),
    output: sessionSchema,
    unbound: 'A second session harms nobody and ends by itself; its token must not be kept as an answer.',
  }),
  /** Only in a demonstration school. */
  'session.signInAs': session({
    access: 'anyone',
    input: z.object({ role: roleSchema }),
    output: sessionSchema,
    unbound: 'A second session harms nobody and ends by itself; its token must not be kept as an answer.',
  }),
  'session.current': read({ access: 'signed_in', input: emptySchema, output: signedInUserSchema }),
  'session.signOut': session({
    access: 'signed_in',
    input: emptySchema,
    output: emptySchema,
    unbound: 'A session that has ended cannot end again.',
  }),
}
