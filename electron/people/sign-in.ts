import { done, refused, type Outcome } from '../../shared/failure.ts'
import type { Database } from '../storage/database.ts'
import { passwordFits } from './password.ts'
import { audit, noteAttempt, readCredentials, type Credentials } from './users-store.ts'

const FREE_ATTEMPTS = 5
const FIRST_LOCK_MS = 30_000
const LONGEST_LOCK_MS = 15 * 60_000

/**
 * Checks a username and a password; answers the user's id. After five failures in a row each further one locks the
 * name for longer. Refused: wrong_credentials, locked_out. The refusal does not tell whether the name exists.
 */
export async function signIn(
  database: Database,
  username: string,
  password: string,
  now: Date,
): Promise<Outcome<number>> {
  const credentials = await database.read((db) => readCredentials(db, username))
  if (credentials && credentials.lockedUntil > now.getTime()) {
    await database.write((db) => audit(db, now, username, 'sign-in refused', 'locked'))
    return lockedOut(credentials.lockedUntil - now.getTime())
  }
  const fits = await passwordFits(password, credentials?.password ?? null)
  await database.write(async (db) => {
    if (credentials)
      await noteAttempt(
        db,
        credentials.id,
        fits ? 0 : credentials.failedAttempts + 1,
        fits ? 0 : lockAfter(credentials, now),
      )
    await audit(db, now, username, fits ? 'signed in' : 'sign-in refused', fits ? '' : 'wrong username or password')
  })
  if (fits && credentials) return done(credentials.id)
  return refused('wrong_credentials', 'The username or the password is wrong.', {
    remedy: 'Try again; an administrator can set a new password.',
    field: 'password',
  })
}

function lockAfter(credentials: Credentials, now: Date): number {
  const failures = credentials.failedAttempts + 1
  if (failures < FREE_ATTEMPTS) return 0
  return now.getTime() + Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_ATTEMPTS), LONGEST_LOCK_MS)
}

function lockedOut(milliseconds: number): Outcome<never> {
  const wait =
    milliseconds < 60_000 ? `${Math.ceil(milliseconds / 1000)} seconds` : `${Math.ceil(milliseconds / 60_000)} minutes`
  return refused('locked_out', 'There were too many wrong passwords for this name.', {
    remedy: `Wait ${wait}, then try again.`,
    field: 'password',
  })
}
