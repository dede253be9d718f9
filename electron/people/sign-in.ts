import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { Database } from '../storage/database.ts'
import type { AuditTrail } from './audit-trail.ts'
import { NO_ATTEMPTS, type LockOuts } from './lock-out.ts'
import type { Moment } from './moment.ts'
import { passwordFits } from './password.ts'
import { audit, noteAttempts, readCredentials } from './users-store.ts'

/** What a sign-in is checked against. */
export interface Door {
  readonly database: Database
  readonly lockOuts: LockOuts
  readonly trail: AuditTrail
}

/**
 * Checks a username and a password; answers the user's id. After five failures in a row each further one locks the
 * name for longer. Refused: wrong_credentials, locked_out. The refusal does not tell whether the name exists, and does
 * not wait until it is written down.
 */
export async function signIn(
  door: Door,
  username: string,
  password: string,
  at: Moment,
  event: 'signed in' | 'password confirmed' = 'signed in',
): Promise<Outcome<number>> {
  const { database, lockOuts, trail } = door
  const before = lockOuts.written(username)
  const credentials = await database.read((db) => readCredentials(db, username))
  const attempt = lockOuts.begin(username, credentials?.attempts ?? NO_ATTEMPTS, at, before)
  if ('locked' in attempt) {
    void trail.later((db) => audit(db, at.now, username, 'sign-in refused', 'locked'))
    return lockedOut(attempt.locked)
  }
  const fits = await passwordFits(password, credentials?.password ?? null)
  if (fits) lockOuts.free(username)
  const { attempts, written } = attempt
  const writingDown = trail.later(async (db) => {
    if (credentials) await noteAttempts(db, credentials.id, fits ? NO_ATTEMPTS : attempts)
    await audit(db, at.now, username, fits ? event : 'sign-in refused', fits ? '' : 'wrong username or password')
    if (!fits && attempts.lockedUntil > 0)
      await audit(db, at.now, username, 'locked out', `until ${new Date(attempts.lockedUntil).toISOString()}`)
  })
  // What could not be written down is known here only: until it is, the file does not count.
  void writingDown.then((kept) => kept && written())
  if (fits && credentials) return done(credentials.id)
  return refused('wrong_credentials', say('people.wrong_credentials'), {
    remedy: say('people.wrong_credentials_remedy'),
    field: 'password',
  })
}

function lockedOut(milliseconds: number): Outcome<never> {
  const remedy =
    milliseconds < 60_000
      ? say('people.locked_seconds', { seconds: Math.ceil(milliseconds / 1000) })
      : say('people.locked_minutes', { minutes: Math.ceil(milliseconds / 60_000) })
  return refused('locked_out', say('people.locked_out'), { remedy, field: 'password' })
}
