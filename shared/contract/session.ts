import { z } from 'zod'
import { say } from '../words/say.ts'
import { read, session, write } from './call.ts'
import { emptySchema, permissionSchema, roleSchema } from './values.ts'

export const signedInUserSchema = z.object({
  username: z.string(),
  name: z.string(),
  role: roleSchema,
  permissions: z.array(permissionSchema),
  /** the number of the customer that this user is, where it is one */
  customer: z.string().nullable(),
  /** whether a PIN brings this user back to a locked desk */
  hasPin: z.boolean(),
})
export type SignedInUser = z.output<typeof signedInUserSchema>

/** A password that is set, by whomever. */
export const passwordSchema = z.string().min(8, say('calls.use_at_least_8_characters')).max(1000)

const pinSchema = z
  .string()
  .regex(/^\d{4,8}$/, say('people.pin_form'))
  .max(8)

export const sessionSchema = z.object({
  /** goes into the envelope of every further call */
  token: z.string(),
  user: signedInUserSchema,
})

export const sessionCalls = {
  'session.signIn': session({
    access: 'anyone',
    input: z.object({
      username: z.string().min(1, say('calls.write_your_username')).max(100),
      password: z.string().max(1000),
    }),
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
  /** Locks the desk. Without a PIN it is the same as signing out. */
  'session.lock': session({
    access: 'signed_in',
    input: emptySchema,
    output: z.object({ /** whether the PIN opens it again */ pin: z.boolean() }),
    unbound: 'A desk that is locked cannot be locked again.',
  }),
  /** Opens a locked desk again by the PIN, with the token of the session that was locked; it keeps that token. */
  'session.return': session({
    access: 'anyone',
    input: z.object({ pin: pinSchema }),
    output: signedInUserSchema,
    unbound: 'The third wrong PIN ends the session; a right one sent again finds it open.',
  }),
  /** Gives oneself another password. The user's other sessions end. */
  'session.changePassword': write({
    access: 'signed_in',
    secret: ['presentPassword', 'password'],
    input: z.object({ presentPassword: z.string().max(1000), password: passwordSchema }),
    output: emptySchema,
  }),
  /** Gives oneself a PIN for a quick return to a locked desk, or takes it away. */
  'session.setPin': write({
    access: 'signed_in',
    secret: ['presentPassword', 'pin'],
    input: z.object({ presentPassword: z.string().max(1000), pin: pinSchema.nullable() }),
    output: signedInUserSchema,
  }),
}
