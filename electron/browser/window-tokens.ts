import { createHash, randomBytes } from 'node:crypto'

const LAUNCH_LASTS_MS = 30_000

/**
 * Lets windows in. A launch token stands in an address: one made for opening a window works once, within 30 seconds;
 * one that is printed for a person works until the server stops. Either is exchanged for a bearer token, which only
 * the window's memory holds.
 */
export class WindowTokens {
  /** hash of a launch token: the instant of its end, or null */
  readonly #launches = new Map<string, number | null>()
  readonly #windows = new Set<string>()
  readonly #clock: () => Date

  constructor(clock: () => Date) {
    this.#clock = clock
  }

  launchOnce(): string {
    return this.#make((token) => this.#launches.set(token, this.#clock().getTime() + LAUNCH_LASTS_MS))
  }

  launchWhileServing(): string {
    return this.#make((token) => this.#launches.set(token, null))
  }

  /** Exchanges a launch token for a window's bearer token; undefined where it is wrong, used or too old. */
  exchange(launch: string): string | undefined {
    const key = hashed(launch)
    const end = this.#launches.get(key)
    if (end === undefined) return undefined
    if (end !== null) this.#launches.delete(key)
    if (end !== null && end < this.#clock().getTime()) return undefined
    return this.#make((token) => this.#windows.add(token))
  }

  /** Whether any window was ever let in. */
  get anyWindow(): boolean {
    return this.#windows.size > 0
  }

  isWindow(bearer: string): boolean {
    return this.#windows.has(hashed(bearer))
  }

  #make(keep: (hash: string) => unknown): string {
    const token = randomBytes(32).toString('base64url')
    keep(hashed(token))
    return token
  }
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
