import { z } from 'zod'
import { read, write } from './call.ts'
import { dateSchema, emptySchema, roleSchema } from './values.ts'
import { importResultSchema, schoolFilesSchema } from './school.ts'
import { passwordSchema } from './session.ts'
import { say } from '../words/say.ts'

export const schoolSchema = z.object({
  name: z.string(),
  /** ISO 4217 */
  currency: z.string(),
  /** decimals of the currency's minor unit */
  minorDigits: z.int(),
  /** IANA name */
  timeZone: z.string(),
  /** BCP 47 */
  locale: z.string(),
  address: z.string(),
  /** the step to which the drawer rounds cash, in minor units; 0: it does not */
  cashStep: z.int().min(0),
  /** a demonstration school lets one in by role, without a password */
  demonstration: z.boolean(),
  /** today's business date at the school */
  today: dateSchema,
})
export type School = z.output<typeof schoolSchema>

export const administratorSchema = z.object({
  username: z.string().trim().min(1, say('calls.write_a_username')).max(100),
  name: z.string().trim().min(1, say('calls.write_a_name')).max(200),
  password: passwordSchema,
})

export const startStateSchema = z.object({
  /**
   * first_start: nothing here yet. administrator_needed: a school came in, but nobody can sign in.
   * sign_in: somebody can. trouble: the data cannot be opened; trouble.state says why.
   */
  phase: z.enum(['first_start', 'administrator_needed', 'sign_in', 'trouble']),
  school: schoolSchema.nullable(),
  /** while nobody can sign in: the administrators who came in with the school and have no password */
  administrators: z.array(z.object({ username: z.string(), name: z.string() })),
  /** the roles that have a button in a demonstration school */
  demonstrationRoles: z.array(roleSchema),
})
export type StartState = z.output<typeof startStateSchema>

export const startCalls = {
  /** What the first screen must be. */
  'start.state': read({ access: 'anyone', input: emptySchema, output: startStateSchema }),
  /** Creates the school and its administrator, who then signs in. Refused once there is a school. */
  'start.createSchool': write({
    access: 'anyone',
    secret: ['administrator.password'],
    input: z.object({
      name: z.string().trim().min(1, say('calls.write_the_name_of_the_school')).max(200),
      currency: z.string().trim().length(3, say('calls.write_the_three_letters_of_the_currency')),
      timeZone: z.string().trim().min(1).max(100),
      locale: z.string().trim().min(1).max(50),
      address: z.string().trim().max(1000),
      administrator: administratorSchema,
    }),
    output: startStateSchema,
  }),
  /** Fills an empty data folder with the demonstration school. */
  'start.openDemonstration': write({ access: 'anyone', input: emptySchema, output: startStateSchema }),
  /** Brings a school folder into an empty data folder; afterwards the first administrator is asked for. */
  'start.importSchool': write({ access: 'anyone', input: schoolFilesSchema, output: importResultSchema }),
  /**
   * Where a school came in by import and nobody has a password yet: makes the first administrator, or gives name and
   * password to one who came in, who then signs in. Refused: already_exists where the username is another user's.
   */
  'start.setAdministrator': write({
    access: 'anyone',
    secret: ['password'],
    input: administratorSchema,
    output: startStateSchema,
  }),
}
