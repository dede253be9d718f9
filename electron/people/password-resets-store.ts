import { sql, type SqlBool } from 'kysely'
import type { PasswordReset } from '../../shared/contract/people.ts'
import type { ReadDb } from '../storage/database.ts'

/** How the audit list names a password that was reset on the computer itself. */
export const PASSWORD_RESET = 'password reset on the computer'

/** Whether an active user may manage users. */
export async function managesUsers(db: ReadDb, username: string): Promise<boolean> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('role_permissions as r', 'r.role', 'u.role')
    .select('u.id')
    .where('u.username', '=', username)
    .where('u.active', '=', 1)
    .where('r.permission', '=', 'Manage Users')
    .executeTakeFirst()
  return row !== undefined
}

/** Every password that was ever reset on the computer itself, the latest first. */
export async function passwordResets(db: ReadDb): Promise<PasswordReset[]> {
  const rows = await db
    .selectFrom('audit_list')
    .select(['at', 'username', 'detail'])
    // In the text, so that the index of them is found.
    .where(sql<SqlBool>`event = ${sql.lit(PASSWORD_RESET)}`)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ at, username, detail }) => ({ at: new Date(at).toISOString(), username, by: detail }))
}
