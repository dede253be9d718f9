import { dirname } from 'node:path'
import type { Failure, Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { millisecondsSince } from '../../log/milliseconds.ts'
import { log } from '../../log/program-log.ts'
import { endedAs } from '../logged.ts'
import type { Rebuilt } from '../../school/backups/rebuild.ts'
import { keepVerification, lastVerification } from '../../verification/verification-runs.ts'
import type { Verification } from '../../verification/verification.ts'
import type { Database } from '../../storage/database.ts'
import { StorageProblem } from '../../storage/problem.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'
import { rebuildInThreads } from '../areas/rebuild.ts'
import { readHead } from '../../ledger/head-store.ts'

const DAY = 24 * 60 * 60_000
const LOOKS = { first: 2 * 60_000, later: 60 * 60_000 }

/** Verifies the school once a day while the application is open, and whenever somebody asks; one at a time. */
export class IntegrityWatch {
  readonly #database: Database
  readonly #threads: ReadingThreads
  readonly #clock: () => Date
  #underWay: Promise<Failure | null> | null = null
  #percent: number | null = null
  #timer: NodeJS.Timeout | undefined
  #closed = false
  #problem: StorageProblem | null = null

  constructor(database: Database, threads: ReadingThreads, clock: () => Date) {
    this.#database = database
    this.#threads = threads
    this.#clock = clock
  }

  get running(): boolean {
    return this.#underWay !== null
  }

  /** How much of the log a verification or a rebuild has gone through; null while there is none. */
  get percent(): number | null {
    return this.#percent
  }

  /** Why nothing may be recorded: what the last verification found; null where it found nothing. */
  get problem(): StorageProblem | null {
    return this.#problem
  }

  /** Looks now and then whether a day has passed; never keeps the process alive. */
  start(): void {
    const look = () => {
      this.runIfDue().catch((error: unknown) => {
        if (!this.#closed)
          process.stderr.write(`${say('refused_calls.daily_verification_failed', { error: String(error) })}\n`)
      })
      this.#timer = setTimeout(look, LOOKS.later).unref()
    }
    this.#timer = setTimeout(look, LOOKS.first).unref()
  }

  /** Verifies where the last verification is a day old and there is a ledger. Answers whether it did. */
  async runIfDue(): Promise<boolean> {
    const now = this.#clock().getTime()
    const due = await this.#database.read(async (db) => {
      const head = await readHead(db)
      const last = await lastVerification(db)
      return head !== null && (last === null || now - Date.parse(last.finishedAt) >= DAY)
    })
    if (!due || this.#closed) return false
    const failure = await this.run(null)
    if (failure) throw new Error(failure.message)
    return true
  }

  /** Verifies, or waits for the verification under way. Answers why the file cannot be worked with, or null. */
  run(userId: number | null): Promise<Failure | null> {
    this.#underWay ??= this.#verify(userId).finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  /** What the last verification found; null where none ran yet. */
  last() {
    return this.#database.read(lastVerification)
  }

  /** Makes the rows that follow from the ledger anew, and verifies. Refused: storage, damaged. */
  async rebuild(userId: number, now: Date): Promise<Outcome<Rebuilt>> {
    await this.#underWay?.catch(() => undefined)
    const began = performance.now()
    const rebuilt = await this.#counting((progress) => rebuildInThreads(this.#database, this.#threads, now, progress))
    log(dirname(this.#database.file), { event: 'rebuilt', ended: endedAs(rebuilt), ms: millisecondsSince(began) })
    if (!rebuilt.ok) return rebuilt
    const failure = await this.run(userId)
    return failure ? { ok: false, failure } : rebuilt
  }

  /** Looks no more; ends with the verification under way, which ends with the threads. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#underWay?.catch(() => undefined)
  }

  async #counting<T>(work: (progress: (percent: number) => void) => Promise<T>): Promise<T> {
    this.#percent = 0
    try {
      return await work((percent) => {
        this.#percent = percent
      })
    } finally {
      this.#percent = null
    }
  }

  async #verify(userId: number | null): Promise<Failure | null> {
    const began = performance.now()
    const answer = await this.#counting((progress) => this.#threads.run('verification', this.#clock(), progress))
    const dataFolder = dirname(this.#database.file)
    if ('failure' in answer) {
      const { code } = answer.failure
      log(dataFolder, { event: 'verified', findings: 0, ended: code, ms: millisecondsSince(began) })
      return answer.failure
    }
    const verification = answer.value as Verification
    const milliseconds = performance.now() - began
    const found = verification.checks.flatMap(({ findings }) => findings)
    log(dataFolder, { event: 'verified', findings: found.length, ended: 'done', ms: millisecondsSince(began) })
    this.#problem = found[0] ? new StorageProblem('check_failed', { finding: found[0].message }) : null
    await this.#database.write((db) =>
      keepVerification(db, verification, { finishedAt: this.#clock(), milliseconds, userId }),
    )
    return null
  }
}
