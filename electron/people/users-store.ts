import { done, refused, type Outcome } from '../../shared/failure.ts'
import { PERMISSIONS, ROLE_DEFAULTS, ROLE_NAMES, ROLES, type Permission, type Role } from '../../shared/permissions.ts'
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

/** The active administrators, by name: after an import nobody of them has a password yet. */
export async function readAdministrators(db: ReadDb): Promise<{ username: string; name: string }[]> {
  return db
    .selectFrom('users')
    .select(['username', 'name'])
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .orderBy('name')
    .execute()
}

/**
 * Makes an administrator, or gives name and password to the one who came in with that username.
 * Answers the user's id. Refused: already_exists where another user has the username.
 */
export async function equipAdministrator(
  db: WriteDb,
  { username, name, password }: { username: string; name: string; password: string },
): Promise<Outcome<number>> {
  const taken = await db
    .selectFrom('users')
    .select(['id', 'name', 'role'])
    .where('username', '=', username)
    .executeTakeFirst()
  const fresh = { password, failed_attempts: 0, locked_until: 0, active: 1 }
  if (!taken) {
    const made = await db
      .insertInto('users')
      .values({ ...fresh, username, name, role: 'administrator', customer_id: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return done(made.id)
  }
  if (taken.role !== 'administrator') {
    return refused('already_exists', `The username ${username} belongs to ${taken.name}, ${roleName(taken.role)}.`, {
      field: 'username',
      remedy: 'Choose another username.',
    })
  }
  await db
    .updateTable('users')
    .set({ ...fresh, name })
    .where('id', '=', taken.id)
    .execute()
  return done(taken.id)
}

function roleName(role: string): string {
  return ROLE_NAMES[roleOf(role)]
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
