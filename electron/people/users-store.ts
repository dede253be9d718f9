import { createHash } from 'node:crypto'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { PERMISSIONS, ROLE_DEFAULTS, ROLE_NAMES, ROLES, type Permission, type Role } from '../../shared/permissions.ts'
import { keepRecord, nextId, type Signature } from '../billing/records/keep-record-store.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { Attempts } from './lock-out.ts'
import { keepUser } from './user-record-store.ts'
import { say } from '../../shared/words/say.ts'

/** A user as far as calls need to know. */
export interface User {
  readonly id: number
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly permissions: readonly Permission[]
  /** the number of the customer that this user is, where it is one */
  readonly customer: string | null
  /** whether a PIN brings the user back to a desk */
  readonly hasPin: boolean
  /** another one after each change of password or role: a session that began with another is over */
  readonly stamp: string
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
    .leftJoin('pins as n', 'n.user_id', 'u.id')
    .select(['u.id', 'u.username', 'u.name', 'u.role', 'u.password', 'c.number', 'n.kept as pin'])
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
    hasPin: row.pin !== null,
    stamp: stampOf(row.role, row.password),
  }
}

function stampOf(role: string, password: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([role, password]))
    .digest('hex')
}

/** What a role may do today. The billing rules' roles were written at the first start; an administrator may change them. */
export async function permissionsOf(db: ReadDb, role: Role): Promise<Permission[]> {
  const rows = await db.selectFrom('role_permissions').select('permission').where('role', '=', role).execute()
  const held = new Set(rows.map(({ permission }) => permission))
  return PERMISSIONS.filter((permission) => held.has(permission))
}

/** Whether a school has no roles: its first records write them. */
export async function rolesAreMissing(db: ReadDb): Promise<boolean> {
  const school = await db.selectFrom('school').select('id').executeTakeFirst()
  return school !== undefined && !(await rolesAreThere(db))
}

/** Whether the roles were written; an administrator may have emptied one of them since, but not all. */
async function rolesAreThere(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('role_permissions').select('role').limit(1).executeTakeFirst()) !== undefined
}

/** Writes the roles of the billing rules where nobody has set any yet. */
export async function seedRoles(db: WriteDb, by: Signature): Promise<void> {
  if (await rolesAreThere(db)) return
  const rows = ROLES.flatMap((role) => ROLE_DEFAULTS[role].map((permission) => ({ role, permission })))
  await keepRecord(db, by, 'record_role', '', [{ table: 'role_permissions', rows }])
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
  by: Signature,
  { username, name, password }: { username: string; name: string; password: string },
): Promise<Outcome<number>> {
  const taken = await db.selectFrom('users').selectAll().where('username', '=', username).executeTakeFirst()
  if (taken && taken.role !== 'administrator') {
    return refused(
      'already_exists',
      say('people.the_username_username_belongs_to_name', { username, name: taken.name, role: roleName(taken.role) }),
      {
        field: 'username',
        remedy: say('people.choose_another_username'),
      },
    )
  }
  const id = taken?.id ?? (await nextId(db, 'users'))
  const user = { id, username, name, role: 'administrator', customer_id: taken?.customer_id ?? null, active: 1 }
  await keepUser(db, by, user, null)
  await db.updateTable('users').set({ password, failed_attempts: 0, locked_until: 0 }).where('id', '=', id).execute()
  return done(id)
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
