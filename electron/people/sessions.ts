import { createHash, randomBytes } from 'node:crypto'

const LONGEST_SESSION_MS = 12 * 60 * 60_000
/** A desk that nobody touches locks itself. */
export const IDLE_LOCK_MS = 30 * 60_000

interface Session {
  readonly userId: number
  readonly since: number
  used: number
}

/** Who is signed in, in this process. Tokens are kept hashed: a look into memory or a log gives none away. */
export class Sessions {
  readonly #sessions = new Map<string, Session>()

  /** Begins a session and answers its token. */
  begin(userId: number, now: Date): string {
    const token = randomBytes(32).toString('base64url')
    this.#sessions.set(hashed(token), { userId, since: now.getTime(), used: now.getTime() })
    return token
  }

  /** The user of a token, or undefined where it was never given, has ended, or has lain idle too long. */
  userOf(token: string, now: Date): number | undefined {
    const key = hashed(token)
    const session = this.#sessions.get(key)
    if (!session) return undefined
    const instant = now.getTime()
    if (instant - session.since > LONGEST_SESSION_MS || instant - session.used > IDLE_LOCK_MS) {
      this.#sessions.delete(key)
      return undefined
    }
    session.used = instant
    return session.userId
  }

  end(token: string): void {
    this.#sessions.delete(hashed(token))
  }
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
