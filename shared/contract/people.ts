import { z } from 'zod'
import { PERMISSIONS } from '../permissions.ts'
import { read, write } from './call.ts'
import { passwordSchema } from './session.ts'
import { emptySchema, permissionSchema, refSchema, roleSchema } from './values.ts'
import { say } from '../words/say.ts'

export const userSchema = z.object({
  username: refSchema,
  name: z.string(),
  role: roleSchema,
  active: z.boolean(),
  /** false: cannot sign in until an administrator sets a password */
  hasPassword: z.boolean(),
  /** the number of the customer that this user is; null for staff */
  customer: refSchema.nullable(),
  /** numbers of the customers whose dashboards were given to this user */
  students: z.array(refSchema),
})
export type UserRow = z.output<typeof userSchema>

const words = {
  name: z.string().trim().min(1, say('calls.write_a_name')).max(200),
  role: roleSchema,
  customer: refSchema.nullable(),
  students: z.array(refSchema).max(2_000),
}

/** A password that was reset on the computer itself, by the command line. */
export const passwordResetSchema = z.object({
  /** ISO 8601, UTC */
  at: z.string(),
  username: z.string(),
  /** the computer's name for whoever did it */
  by: z.string(),
})
export type PasswordReset = z.output<typeof passwordResetSchema>

export const roleRowSchema = z.object({
  role: roleSchema,
  permissions: z.array(permissionSchema).max(PERMISSIONS.length),
})

export const peopleCalls = {
  'users.list': read({
    access: 'Manage Users',
    input: emptySchema,
    output: z.object({ users: z.array(userSchema), resets: z.array(passwordResetSchema) }),
  }),
  'users.create': write({
    access: 'Manage Users',
    input: z.object({ username: z.string().trim().min(1, say('calls.write_a_username')).max(100), ...words }),
    output: userSchema,
  }),
  'users.edit': write({
    access: 'Manage Users',
    input: z.object({ username: refSchema, active: z.boolean(), ...words }),
    output: userSchema,
  }),
  'users.setPassword': write({
    access: 'Manage Users',
    secret: ['password'],
    input: z.object({ username: refSchema, password: passwordSchema }),
    output: emptySchema,
  }),
  'roles.list': read({
    access: 'Manage Users',
    input: emptySchema,
    output: z.object({ roles: z.array(roleRowSchema) }),
  }),
  'roles.set': write({ access: 'Manage Users', input: roleRowSchema, output: roleRowSchema }),
}
