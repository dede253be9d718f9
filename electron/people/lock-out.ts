import type { Moment } from './moment.ts'

const FREE_ATTEMPTS = 5
const FIRST_LOCK_MS = 30_000
const LONGEST_LOCK_MS = 15 * 60_000
const MOST_NAMES = 1_000

/** The failed sign-ins of one name, in a row, as they are kept. */
export interface Attempts {
  readonly failed: number
  /** milliseconds since 1970 by the clock of then; 0 where the name was never locked */
  readonly lockedUntil: number
}

export const NO_ATTEMPTS: Attempts = { failed: 0, lockedUntil: 0 }

/** From the fifth failure on, each locks the name for twice as long, up to 15 minutes. */
function lockAfter(failed: number): number {
  return failed < FREE_ATTEMPTS ? 0 : Math.min(FIRST_LOCK_MS * 2 ** (failed - FREE_ATTEMPTS), LONGEST_LOCK_MS)
}

interface Name {
  failed: number
  /** by the time that really passed */
  lockedUntil: number
  /** attempts that are still being written down: until then the file says less than is known here */
  writing: number
  /** how many were written down: who has read the file before one of them has read an older count */
  written: number
}

/**
 * Either how long the name is locked yet, in milliseconds, or the attempts as they are if this one fails, and what to
 * call once the outcome is written down.
 */
export type Try = { readonly locked: number } | { readonly attempts: Attempts; readonly written: () => void }

/**
 * Who may try a password. Counted in memory, by the time that really passes, so that neither a wrong clock nor attempts
 * at the same moment matter; the file keeps the count beyond the process. Names that no user has are locked like the
 * others, or the lock would tell which names exist; not more of them than somebody mistypes.
 */
export class LockOuts {
  readonly #names = new Map<string, Name>()

  /** How many attempts of a name were written down: to be asked before what is kept of it is read. */
  written(username: string): number {
    return this.#names.get(username)?.written ?? 0
  }

  /**
   * Counts an attempt as failed before the password is looked at, or says how long the name is locked yet.
   * @param before how many were written down when `kept` was read
   */
  begin(username: string, kept: Attempts, at: Moment, before: number = this.written(username)): Try {
    const name = this.#known(username, kept, at, before)
    const locked = name.lockedUntil - at.elapsed
    if (locked > 0) return { locked }
    name.failed++
    const lock = lockAfter(name.failed)
    name.lockedUntil = at.elapsed + lock
    name.writing++
    return {
      attempts: { failed: name.failed, lockedUntil: lock === 0 ? 0 : at.now.getTime() + lock },
      written: () => {
        name.writing--
        name.written++
      },
    }
  }

  /** The password was right, or an administrator set a new one. */
  free(username: string): void {
    const name = this.#names.get(username)
    if (name) Object.assign(name, { failed: 0, lockedUntil: 0 })
  }

  #known(username: string, kept: Attempts, at: Moment, written: number): Name {
    const before = this.#names.get(username)
    // Another process may have freed the name; what was read while an attempt was written down does not say so.
    const isOld = before !== undefined && (before.writing > 0 || before.written !== written)
    const stands = before && (isOld || kept.failed > 0 || kept === NO_ATTEMPTS)
    const name = stands ? before : asKept(kept, at)
    this.#names.delete(username)
    this.#names.set(username, name)
    const [oldest] = this.#names.keys()
    if (this.#names.size > MOST_NAMES && oldest !== undefined) this.#names.delete(oldest)
    return name
  }
}

/** What an earlier process left. However wrong a clock was, no lock is longer than its count makes it. */
function asKept({ failed, lockedUntil }: Attempts, at: Moment): Name {
  const left = Math.min(Math.max(0, lockedUntil - at.now.getTime()), lockAfter(failed))
  return { failed, lockedUntil: at.elapsed + left, writing: 0, written: 0 }
}
