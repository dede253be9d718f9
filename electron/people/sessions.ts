import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '../../shared/permissions.ts'
import { passedBetween, type Moment } from './moment.ts'

const LONGEST_SESSION_MS = 12 * 60 * 60_000
/** A desk that nobody touches locks itself after this long, where the settings say nothing else. */
export const IDLE_MINUTES = 15
/** So many wrong PINs end a locked session: the password is needed then. */
const MOST_WRONG_PINS = 3

interface Session {
  readonly userId: number
  readonly isOfStaff: boolean
  /** what the user's password and role were: another one ends the session */
  stamp: string
  readonly since: Moment
  used: Moment
  /** waits for the PIN: it lets nobody in meanwhile */
  locked: boolean
  wrongPins: number
}

/** Who is signed in, in this process. Tokens are kept hashed: a look into memory or a log gives none away. */
export class Sessions {
  readonly #sessions = new Map<string, Session>()
  readonly #idleMs: number

  constructor(idleMinutes: number = IDLE_MINUTES) {
    this.#idleMs = idleMinutes * 60_000
  }

  /** Begins a session and answers its token. */
  begin(user: { readonly id: number; readonly stamp: string; readonly role?: Role }, at: Moment): string {
    for (const [key, session] of this.#sessions) if (isOver(session, at)) this.#sessions.delete(key)
    const token = randomBytes(32).toString('base64url')
    this.#sessions.set(hashed(token), {
      userId: user.id,
      isOfStaff: user.role !== undefined && user.role !== 'customer',
      stamp: user.stamp,
      since: at,
      used: at,
      locked: false,
      wrongPins: 0,
    })
    return token
  }

  /**
   * The user of a token with the stamp that the session began with, or undefined where it was never given, has ended,
   * is locked, or has lain idle too long. One that lay idle is locked, and ends with its 12 hours.
   * @param attended false where no person is at the window: that is no use of the session
   */
  userOf(token: string, at: Moment, attended: boolean): { readonly id: number; readonly stamp: string } | undefined {
    const session = this.#running(token, at)
    if (!session || session.locked) return undefined
    if (passedBetween(session.used, at) > this.#idleMs) {
      session.locked = true
      return undefined
    }
    if (attended) session.used = at
    return { id: session.userId, stamp: session.stamp }
  }

  /** Whether a session is of somebody who works at the school: a role that is changed ends it. */
  isOfStaff(token: string): boolean {
    return this.#sessions.get(hashed(token))?.isOfStaff === true
  }

  /** Locks a session, so that only its user's PIN opens it again. */
  lock(token: string): void {
    const session = this.#sessions.get(hashed(token))
    if (session) session.locked = true
  }

  /** The user of a locked session that a PIN may still open. */
  lockedUserOf(token: string, at: Moment): { readonly id: number; readonly stamp: string } | undefined {
    const session = this.#running(token, at)
    return session?.locked ? { id: session.userId, stamp: session.stamp } : undefined
  }

  /** Notes a wrong PIN; answers how many more may be wrong. With the last one the session ends. */
  wrongPin(token: string): number {
    const session = this.#sessions.get(hashed(token))
    if (!session) return 0
    session.wrongPins++
    if (session.wrongPins >= MOST_WRONG_PINS) this.end(token)
    return Math.max(0, MOST_WRONG_PINS - session.wrongPins)
  }

  /** Opens a locked session again, where its PIN was right; its 12 hours run on. */
  unlock(token: string, at: Moment): void {
    const session = this.#sessions.get(hashed(token))
    if (!session) return
    session.locked = false
    session.wrongPins = 0
    session.used = at
  }

  /** The user has another password now, given in this very session: it goes on, the user's others end. */
  goOn(token: string, stamp: string): void {
    const session = this.#sessions.get(hashed(token))
    if (session) session.stamp = stamp
  }

  end(token: string): void {
    this.#sessions.delete(hashed(token))
  }

  #running(token: string, at: Moment): Session | undefined {
    const key = hashed(token)
    const session = this.#sessions.get(key)
    if (session && isOver(session, at)) {
      this.#sessions.delete(key)
      return undefined
    }
    return session
  }
}

function isOver(session: Session, at: Moment): boolean {
  return passedBetween(session.since, at) > LONGEST_SESSION_MS
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
