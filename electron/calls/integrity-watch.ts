import { dirname } from 'node:path'
import { keepVerification, lastVerification } from '../reports/verification-runs.ts'
import { verifyInThread, type VerificationThread } from '../reports/verification-thread.ts'
import type { Database } from '../storage/database.ts'

const DAY = 24 * 60 * 60_000
const LOOKS = { first: 2 * 60_000, later: 60 * 60_000 }

/** Verifies the school once a day while the application is open, and whenever somebody asks; one at a time. */
export class IntegrityWatch {
  readonly #database: Database
  readonly #clock: () => Date
  #thread: VerificationThread | null = null
  #underWay: Promise<void> | null = null
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(database: Database, clock: () => Date) {
    this.#database = database
    this.#clock = clock
  }

  get running(): boolean {
    return this.#underWay !== null
  }

  /** Looks now and then whether a day has passed; never keeps the process alive. */
  start(): void {
    const look = () => {
      this.runIfDue().catch((error: unknown) => {
        if (!this.#closed) process.stderr.write(`The daily verification failed: ${String(error)}\n`)
      })
      this.#timer = setTimeout(look, LOOKS.later).unref()
    }
    this.#timer = setTimeout(look, LOOKS.first).unref()
  }

  /** Verifies where the last verification is a day old and there is a ledger. Answers whether it did. */
  async runIfDue(): Promise<boolean> {
    const now = this.#clock().getTime()
    const due = await this.#database.read(async (db) => {
      const entry = await db.selectFrom('entries').select('number').limit(1).executeTakeFirst()
      const last = await lastVerification(db)
      return entry !== undefined && (last === null || now - Date.parse(last.finishedAt) >= DAY)
    })
    if (due && !this.#closed) await this.run(null)
    return due
  }

  /** Verifies, or waits for the verification under way. Throws where the file cannot be worked with. */
  run(userId: number | null): Promise<void> {
    this.#underWay ??= this.#verify(userId).finally(() => {
      this.#thread = null
      this.#underWay = null
    })
    return this.#underWay
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#thread?.stop()
    await this.#underWay?.catch(() => undefined)
  }

  async #verify(userId: number | null): Promise<void> {
    const began = performance.now()
    this.#thread = verifyInThread(dirname(this.#database.file))
    const verification = await this.#thread.result
    const milliseconds = performance.now() - began
    await this.#database.write((db) =>
      keepVerification(db, verification, { finishedAt: this.#clock(), milliseconds, userId }),
    )
  }
}
