import type { UserRow } from '../../shared/contract/people.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { ROLES, type Permission, type Role } from '../../shared/permissions.ts'
import { keepRecord, nextId, type Signature } from '../billing/records/keep-record-store.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { keepUser } from './user-record-store.ts'
import { administratorCanSignIn, permissionsOf } from './users-store.ts'
import { say } from '../../shared/words/say.ts'

/** What an administrator says about a user. */
export interface UserWords {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly customer: string | null
  readonly students: readonly string[]
}

/** Every user, by username. */
export async function readUsers(db: ReadDb): Promise<UserRow[]> {
  const rows = await db
    .selectFrom('users as u')
    .leftJoin('customers as c', 'c.id', 'u.customer_id')
    .select(['u.id', 'u.username', 'u.name', 'u.role', 'u.active', 'u.password', 'c.number'])
    .orderBy('u.username')
    .execute()
  const students = await db
    .selectFrom('dashboard_access as d')
    .innerJoin('customers as c', 'c.id', 'd.customer_id')
    .select(['d.user_id', 'c.number'])
    .orderBy('c.number')
    .execute()
  const byUser = Map.groupBy(students, (row) => row.user_id)
  return rows.map((row) => ({
    username: row.username,
    name: row.name,
    role: ROLES.find((role) => role === row.role) ?? 'customer',
    active: row.active === 1,
    hasPassword: row.password !== null,
    customer: row.number,
    students: (byUser.get(row.id) ?? []).map(({ number }) => number),
  }))
}

/** Makes a user without a password. Refused: already_exists, not_found. */
export async function createUser(db: WriteDb, by: Signature, words: UserWords): Promise<Outcome<UserRow>> {
  const taken = await db.selectFrom('users').select('id').where('username', '=', words.username).executeTakeFirst()
  if (taken) {
    return refused('already_exists', say('people.there_is_a_user_username_already', { username: words.username }), {
      field: 'username',
      remedy: say('people.give_another_username'),
    })
  }
  return recorded(db, by, await nextId(db, 'users'), { ...words, active: true })
}

/** Changes a user. Refused: not_found; wrong_state where nobody could manage users any more. */
export async function editUser(
  db: WriteDb,
  by: Signature,
  words: UserWords & { readonly active: boolean },
): Promise<Outcome<UserRow>> {
  const held = await db.selectFrom('users').select('id').where('username', '=', words.username).executeTakeFirst()
  if (!held) return noSuchUser(words.username)
  const changed = await recorded(db, by, held.id, words)
  return (await lastAdministratorLost(db)) ?? changed
}

/** Sets a password, and frees the name where it was locked. Refused: not_found. */
export async function setPassword(
  db: WriteDb,
  username: string,
  kept: string,
): Promise<Outcome<Record<string, never>>> {
  const changed = await db
    .updateTable('users')
    .set({ password: kept, failed_attempts: 0, locked_until: 0 })
    .where('username', '=', username)
    .executeTakeFirst()
  return changed.numUpdatedRows === 0n ? noSuchUser(username) : done({})
}

export async function readRoles(db: ReadDb): Promise<{ role: Role; permissions: Permission[] }[]> {
  const roles: { role: Role; permissions: Permission[] }[] = []
  for (const role of ROLES) roles.push({ role, permissions: await permissionsOf(db, role) })
  return roles
}

/** Gives a role exactly these permissions. Refused: wrong_state where nobody could manage users any more. */
export async function setRole(
  db: WriteDb,
  by: Signature,
  role: Role,
  permissions: readonly Permission[],
): Promise<Outcome<{ role: Role; permissions: Permission[] }>> {
  const rows = [...new Set(permissions)].map((permission) => ({ role, permission }))
  await keepRecord(db, by, 'record_role', role, [
    { table: 'role_permissions', rows, instead: { column: 'role', values: [role] } },
  ])
  return (await lastAdministratorLost(db)) ?? done({ role, permissions: await permissionsOf(db, role) })
}

/** The last one who can manage users cannot be lost: otherwise the first screen would let anybody become that. */
async function lastAdministratorLost(db: ReadDb): Promise<Outcome<never> | undefined> {
  if (await administratorCanSignIn(db)) return undefined
  return refused('wrong_state', say('people.nobody_would_be_left_who_can_sign_in_and'), {
    remedy: say('people.give_another_active_user_with_a_password'),
    field: 'role',
  })
}

async function recorded(
  db: WriteDb,
  by: Signature,
  id: number,
  words: UserWords & { readonly active: boolean },
): Promise<Outcome<UserRow>> {
  const numbers = [...words.students, ...(words.customer === null ? [] : [words.customer])]
  const customers =
    numbers.length === 0
      ? []
      : await db.selectFrom('customers').select(['id', 'number']).where('number', 'in', numbers).execute()
  const ids = new Map(customers.map((row) => [row.number, row.id]))
  const unknown = numbers.find((number) => !ids.has(number))
  if (unknown !== undefined)
    return refused('not_found', say('people.there_is_no_customer_unknown', { unknown }), {
      field: 'students',
      remedy: say('people.check_how_it_is_written'),
    })
  const { username, name, role, active } = words
  const own = words.customer === null ? null : (ids.get(words.customer) ?? null)
  const row = { id, username, name, role, customer_id: own, active: active ? 1 : 0 }
  await keepUser(
    db,
    by,
    row,
    words.students.flatMap((number) => ids.get(number) ?? []),
  )
  const user = (await readUsers(db)).find((each) => each.username === username)
  return user ? done(user) : noSuchUser(username)
}

function noSuchUser(username: string): Outcome<never> {
  return refused('not_found', say('people.there_is_no_user_username', { username }), {
    field: 'username',
    remedy: say('people.check_how_it_is_written'),
  })
}
