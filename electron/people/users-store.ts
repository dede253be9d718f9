import { PERMISSIONS, ROLE_DEFAULTS, ROLES, type Permission, type Role } from '../../shared/permissions.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { Attempts } from './lock-out.ts'

/** A user as far as calls need to know. */
export interface User {
  readonly id: number
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly permissions: readonly Permission[]
  /** the number of the customer that this user is, where it is one */
  readonly customer: string | null
}

/** The sign-in side of a user. */
export interface Credentials {
  readonly id: number
  /** as electron/people/password.ts keeps it; null where the user has none yet */
  readonly password: string | null
  readonly attempts: Attempts
}

/** An active user with the permissions of today, or undefined. */
export async function readUser(db: ReadDb, id: number): Promise<User | undefined> {
  const row = await db
    .selectFrom('users as u')
    .leftJoin('customers as c', 'c.id', 'u.customer_id')
    .select(['u.id', 'u.username', 'u.name', 'u.role', 'c.number'])
    .where('u.id', '=', id)
    .where('u.active', '=', 1)
    .executeTakeFirst()
  if (!row) return undefined
  const role = roleOf(row.role)
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role,
    permissions: await permissionsOf(db, role),
    customer: row.number,
  }
}

/** What a role may do today. The billing rules' roles were written at the first start; an administrator may change them. */
export async function permissionsOf(db: ReadDb, role: Role): Promise<Permission[]> {
  const rows = await db.selectFrom('role_permissions').select('permission').where('role', '=', role).execute()
  const held = new Set(rows.map(({ permission }) => permission))
  return PERMISSIONS.filter((permission) => held.has(permission))
}

/** Whether the roles were written; an administrator may have emptied one of them since, but not all. */
export async function rolesAreThere(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('role_permissions').select('role').limit(1).executeTakeFirst()) !== undefined
}

/** Writes the roles of the billing rules where nobody has set any yet. */
export async function seedRoles(db: WriteDb): Promise<void> {
  if (await rolesAreThere(db)) return
  const rows = ROLES.flatMap((role) => ROLE_DEFAULTS[role].map((permission) => ({ role, permission })))
  await db.insertInto('role_permissions').values(rows).execute()
}

export async function readCredentials(db: ReadDb, username: string): Promise<Credentials | undefined> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('username', '=', username)
    .where('active', '=', 1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      password: row.password,
      attempts: { failed: row.failed_attempts, lockedUntil: row.locked_until },
    }
  )
}

/** The first active user of a role: whom a demonstration school lets in. */
export async function firstOfRole(db: ReadDb, role: Role): Promise<number | undefined> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('role', '=', role)
    .where('active', '=', 1)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Whether anybody who manages users can sign in: with a password, or as a demonstration school lets one in. */
export async function administratorCanSignIn(db: ReadDb): Promise<boolean> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('role_permissions as r', 'r.role', 'u.role')
    .select('u.id')
    .where('r.permission', '=', 'Manage Users')
    .where(({ or, eb, exists, selectFrom }) =>
      or([eb('u.password', 'is not', null), exists(selectFrom('school').select('id').where('demonstration', '=', 1))]),
    )
    .where('u.active', '=', 1)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes an administrator, or gives an existing user of that name the role and the password. Answers the user's id. */
export async function equipAdministrator(
  db: WriteDb,
  who: { username: string; name: string; password: string },
): Promise<number> {
  const row = {
    username: who.username,
    name: who.name,
    role: 'administrator',
    password: who.password,
    failed_attempts: 0,
    locked_until: 0,
    customer_id: null,
    active: 1,
  }
  await db
    .insertInto('users')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('username').doUpdateSet({ ...row, customer_id: (existing) => existing.ref('users.customer_id') }),
    )
    .execute()
  const { id } = await db
    .selectFrom('users')
    .select('id')
    .where('username', '=', who.username)
    .executeTakeFirstOrThrow()
  return id
}

export async function noteAttempts(db: WriteDb, userId: number, attempts: Attempts): Promise<void> {
  await db
    .updateTable('users')
    .set({ failed_attempts: attempts.failed, locked_until: attempts.lockedUntil })
    .where('id', '=', userId)
    .execute()
}

/** Adds a line to the audit list: sign-ins, refusals. */
export async function audit(db: WriteDb, at: Date, username: string, event: string, detail: string): Promise<void> {
  await db
    .insertInto('audit_list')
    .values({ at: at.getTime(), username: username.slice(0, 100), event, detail: detail.slice(0, 500) })
    .execute()
}

function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text)
  if (!role) throw new Error(`there is no role "${text}"`)
  return role
}
