import { forgetPassword, keepPassword, keptPassword, type Encryption } from '../storage/kept-password.ts'
import { serverOf } from '../storage/server-folder.ts'
import { givenPassword, givePassword } from '../storage/server-password.ts'

/** Who lets this desk in at its server: what was typed in this run, PGPASSWORD, the keychain, and last .pgpass. */
export class ServerEntry {
  readonly #keychain: Encryption | null

  /** @param keychain null where this host has none: passwords that are typed are forgotten with the run */
  constructor(keychain: Encryption | null) {
    this.#keychain = keychain
  }

  get canKeep(): boolean {
    return this.#keychain !== null
  }

  /** Finds the password that was kept for a desk's server, before it is opened. */
  prepare(folder: string): void {
    const address = serverOf(folder)
    if (address === null || this.#keychain === null || givenPassword(address) !== undefined) return
    if (process.env['PGPASSWORD'] !== undefined) return
    const kept = keptPassword(folder, this.#keychain, address)
    if (kept !== null) givePassword(address, kept)
  }

  /**
   * Tries a password. Answers what the attempt does, and whether the password is kept from now on.
   * @param isIn whether the server let it in with what was typed
   */
  async tried<T>(
    folder: string,
    { password, keep }: { readonly password: string; readonly keep: boolean },
    attempt: () => Promise<T>,
    isIn: () => boolean,
  ): Promise<{ readonly answer: T; readonly kept: boolean }> {
    const address = serverOf(folder)
    if (address === null) return { answer: await attempt(), kept: false }
    const before = givenPassword(address) ?? null
    givePassword(address, password)
    const answer = await attempt()
    if (!isIn()) {
      givePassword(address, before)
      return { answer, kept: false }
    }
    return { answer, kept: this.keep(folder, keep ? password : null) }
  }

  /** Keeps the password of a desk's server, or forgets it; answers whether it is kept. */
  keep(folder: string, password: string | null): boolean {
    const address = serverOf(folder)
    if (password === null || address === null || this.#keychain === null) {
      forgetPassword(folder)
      return false
    }
    keepPassword(folder, this.#keychain, address, password)
    return true
  }
}
