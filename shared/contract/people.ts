import { z } from 'zod'
import { read, write } from './call.ts'
import { emptySchema, permissionSchema, refSchema, roleSchema } from './values.ts'

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

const password = z.string().min(8, 'Use at least 8 characters.').max(1000)
const words = {
  name: z.string().trim().min(1, 'Write a name.').max(200),
  role: roleSchema,
  customer: refSchema.nullable(),
  students: z.array(refSchema).max(2_000),
}

export const roleRowSchema = z.object({ role: roleSchema, permissions: z.array(permissionSchema) })

export const peopleCalls = {
  'users.list': read({ access: 'Manage Users', input: emptySchema, output: z.object({ users: z.array(userSchema) }) }),
  'users.create': write({
    access: 'Manage Users',
    input: z.object({ username: z.string().trim().min(1, 'Write a username.').max(100), ...words }),
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
    input: z.object({ username: refSchema, password }),
    output: emptySchema,
  }),
  'roles.list': read({
    access: 'Manage Users',
    input: emptySchema,
    output: z.object({ roles: z.array(roleRowSchema) }),
  }),
  'roles.set': write({ access: 'Manage Users', input: roleRowSchema, output: roleRowSchema }),
}
