const FREE_ATTEMPTS = 5
const FIRST_LOCK_MS = 30_000
const LONGEST_LOCK_MS = 15 * 60_000
const MOST_NAMES = 1_000

/** The failed sign-ins of one name, in a row. */
export interface Attempts {
  readonly failed: number
  /** milliseconds since 1970; 0 where the name was never locked */
  readonly lockedUntil: number
}

export const NO_ATTEMPTS: Attempts = { failed: 0, lockedUntil: 0 }

/** The attempts with one more that failed: from the fifth on, each locks the name for twice as long, up to 15 minutes. */
export function oneMoreFailed(before: Attempts, now: Date): Attempts {
  const failed = before.failed + 1
  if (failed < FREE_ATTEMPTS) return { failed, lockedUntil: 0 }
  const lock = Math.min(FIRST_LOCK_MS * 2 ** (failed - FREE_ATTEMPTS), LONGEST_LOCK_MS)
  return { failed, lockedUntil: now.getTime() + lock }
}

/**
 * Attempts at names that no user has. They are locked like the others, or the lock would tell which names exist. In
 * memory only, and not for more names than somebody mistypes: the longest unused are forgotten.
 */
export class UnknownNames {
  readonly #attempts = new Map<string, Attempts>()

  of(username: string): Attempts {
    return this.#attempts.get(username) ?? NO_ATTEMPTS
  }

  note(username: string, attempts: Attempts): void {
    this.#attempts.delete(username)
    this.#attempts.set(username, attempts)
    const [oldest] = this.#attempts.keys()
    if (this.#attempts.size > MOST_NAMES && oldest !== undefined) this.#attempts.delete(oldest)
  }
}
