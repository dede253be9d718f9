import { createHash, randomBytes } from 'node:crypto'

const LONGEST_SESSION_MS = 12 * 60 * 60_000
/** A desk that nobody touches locks itself after this long, where the settings say nothing else. */
export const IDLE_MINUTES = 15

interface Session {
  readonly userId: number
  readonly since: number
  used: number
}

/** Who is signed in, in this process. Tokens are kept hashed: a look into memory or a log gives none away. */
export class Sessions {
  readonly #sessions = new Map<string, Session>()
  readonly #idleMs: number

  constructor(idleMinutes: number = IDLE_MINUTES) {
    this.#idleMs = idleMinutes * 60_000
  }

  /** Begins a session and answers its token. */
  begin(userId: number, now: Date): string {
    for (const [key, session] of this.#sessions) if (this.#isOver(session, now)) this.#sessions.delete(key)
    const token = randomBytes(32).toString('base64url')
    this.#sessions.set(hashed(token), { userId, since: now.getTime(), used: now.getTime() })
    return token
  }

  /**
   * The user of a token, or undefined where it was never given, has ended, or has lain idle too long.
   * @param attended false where no person is at the window: that is no use of the session
   */
  userOf(token: string, now: Date, attended: boolean): number | undefined {
    const key = hashed(token)
    const session = this.#sessions.get(key)
    if (!session) return undefined
    if (this.#isOver(session, now)) {
      this.#sessions.delete(key)
      return undefined
    }
    if (attended) session.used = now.getTime()
    return session.userId
  }

  end(token: string): void {
    this.#sessions.delete(hashed(token))
  }

  #isOver(session: Session, now: Date): boolean {
    const instant = now.getTime()
    return instant - session.since > LONGEST_SESSION_MS || instant - session.used > this.#idleMs
  }
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
