import type { Database, WriteDb } from '../storage/database.ts'

/**
 * Writes down who signed in and what was refused, after the answer was given: a refusal does not wait for an import
 * that writes, and stays a refusal where the file cannot be written.
 */
export class AuditTrail {
  readonly #database: Database
  readonly #report: (error: unknown) => void
  #last: Promise<void> = Promise.resolve()

  constructor(database: Database, report: (error: unknown) => void) {
    this.#database = database
    this.#report = report
  }

  /** Answers whether it could be written down; never throws. */
  later(work: (db: WriteDb) => Promise<void>): Promise<boolean> {
    const mine = this.#written(work)
    this.#last = Promise.all([this.#last, mine]).then(() => undefined)
    return mine
  }

  /** Resolves once everything is written down. */
  settled(): Promise<void> {
    return this.#last
  }

  async #written(work: (db: WriteDb) => Promise<void>): Promise<boolean> {
    try {
      await this.#database.write(work)
      return true
    } catch (error) {
      this.#report(error)
      return false
    }
  }
}
