import { done, refused, type Outcome } from '../../shared/failure.ts'
import type { Database } from '../storage/database.ts'
import { NO_ATTEMPTS, oneMoreFailed, type Attempts, type UnknownNames } from './lock-out.ts'
import { passwordFits } from './password.ts'
import { audit, noteAttempts, readCredentials } from './users-store.ts'

/** What a sign-in is checked against. */
export interface Door {
  readonly database: Database
  readonly unknownNames: UnknownNames
}

interface Attempt {
  readonly userId: number | undefined
  readonly password: string | null
  /** as they will be if this one fails */
  readonly attempts: Attempts
}

/**
 * Checks a username and a password; answers the user's id. After five failures in a row each further one locks the
 * name for longer. Refused: wrong_credentials, locked_out. The refusal does not tell whether the name exists.
 */
export async function signIn(door: Door, username: string, password: string, now: Date): Promise<Outcome<number>> {
  const attempt = await beginAttempt(door, username, now)
  if (!attempt.ok) return attempt
  const { userId, attempts } = attempt.value
  const fits = await passwordFits(password, attempt.value.password)
  await door.database.write(async (db) => {
    if (fits && userId !== undefined) await noteAttempts(db, userId, NO_ATTEMPTS)
    await audit(db, now, username, fits ? 'signed in' : 'sign-in refused', fits ? '' : 'wrong username or password')
    if (!fits && attempts.lockedUntil > 0)
      await audit(db, now, username, 'locked out', `until ${new Date(attempts.lockedUntil).toISOString()}`)
  })
  if (fits && userId !== undefined) return done(userId)
  return refused('wrong_credentials', 'The username or the password is wrong.', {
    remedy: 'Try again; an administrator can set a new password.',
    field: 'password',
  })
}

/**
 * Counts the attempt as failed before the password is looked at, in one transaction: attempts at the same moment
 * would otherwise all see the same count, and none would be the fifth.
 */
function beginAttempt({ database, unknownNames }: Door, username: string, now: Date): Promise<Outcome<Attempt>> {
  return database.write(async (db) => {
    const credentials = await readCredentials(db, username)
    const before = credentials?.attempts ?? unknownNames.of(username)
    if (before.lockedUntil > now.getTime()) {
      await audit(db, now, username, 'sign-in refused', 'locked')
      return lockedOut(before.lockedUntil - now.getTime())
    }
    const attempts = oneMoreFailed(before, now)
    if (credentials) await noteAttempts(db, credentials.id, attempts)
    else unknownNames.note(username, attempts)
    return done({ userId: credentials?.id, password: credentials?.password ?? null, attempts })
  })
}

function lockedOut(milliseconds: number): Outcome<never> {
  const wait =
    milliseconds < 60_000 ? `${Math.ceil(milliseconds / 1000)} seconds` : `${Math.ceil(milliseconds / 60_000)} minutes`
  return refused('locked_out', 'There were too many wrong passwords for this name.', {
    remedy: `Wait ${wait}, then try again.`,
    field: 'password',
  })
}
