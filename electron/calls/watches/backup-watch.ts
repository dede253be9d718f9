import { statSync } from 'node:fs'
import type { BackupCopy, BackupsStatus, Standing } from '../../../shared/contract/backups.ts'
import { businessDateAt } from '../../../shared/dates.ts'
import type { Failure, Outcome } from '../../../shared/failure.ts'
import { keepHead } from '../../ledger/head-file.ts'
import { millisecondsSince } from '../../log/milliseconds.ts'
import { log } from '../../log/program-log.ts'
import { endedAs } from '../logged.ts'
import { backupFolder, readBackupSettings } from '../../school/backups/backup-settings.ts'
import { copiesIn } from '../../school/backups/copies.ts'
import type { Reason } from '../../school/backups/manifest.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'
import { say } from '../../../shared/words/say.ts'
import { lastWork } from '../../school/backups/last-work-store.ts'

const DAY = 24 * 60 * 60_000
const LOOKS = { first: 60_000, later: 30 * 60_000 }
/** From this age on, those who may act are told on every screen. */
const OLD_DAYS = 3

interface Work {
  readonly database: Database
  readonly threads: ReadingThreads
  readonly dataFolder: string
  readonly clock: () => Date
}

/** Makes a backup at the end of each day of work, knows how old the last one is, and keeps the chain's end meanwhile. */
export class BackupWatch {
  readonly #work: Work
  #last: BackupCopy | null = null
  #failing: Failure | null = null
  #underWay: Promise<Outcome<BackupCopy>> | null = null
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(work: Work) {
    this.#work = work
    this.#look()
  }

  /** Looks now and then whether a day of work has ended; never keeps the process alive. */
  start(): void {
    const look = () => {
      this.runIfDue().catch((error: unknown) => {
        if (!this.#closed)
          process.stderr.write(`${say('backups.the_daily_backup_failed_error', { error: String(error) })}\n`)
      })
      this.#timer = setTimeout(look, LOOKS.later).unref()
    }
    this.#timer = setTimeout(look, LOOKS.first).unref()
  }

  /** Makes a backup where an earlier day's work has none. Answers whether it did. */
  async runIfDue(): Promise<boolean> {
    const { database, dataFolder, clock } = this.#work
    await database.read((db) => keepHead(dataFolder, db))
    const { unsaved, zone } = await database.read((db) => this.#unsaved(db))
    const today = businessDateAt(clock(), zone)
    if (unsaved === null || this.#closed) return false
    if (this.#last ? businessDateAt(new Date(this.#last.madeAt), zone) >= today : unsaved >= today) return false
    return (await this.make('day')).ok
  }

  /** Makes a backup now, or waits for the one under way. */
  make(reason: Reason): Promise<Outcome<BackupCopy>> {
    this.#underWay ??= this.#make(reason).finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  /** The end of a day's work at this desk: what was recorded since the last backup goes into one. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    try {
      const { unsaved } = await this.#work.database.read((db) => this.#unsaved(db))
      if (unsaved !== null) await this.make('day')
    } finally {
      this.#closed = true
    }
  }

  /** Looks no more, and makes no backup. */
  stop(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  status(): BackupsStatus {
    this.#look()
    const { dataFolder } = this.#work
    const settings = readBackupSettings(dataFolder)
    const folder = backupFolder(dataFolder)
    return {
      folder,
      chosen: settings.folder !== null,
      sameDisk: onSameDisk(folder, dataFolder),
      encrypted: settings.encryption !== null,
      running: this.#underWay !== null,
      last: this.#last,
      days: this.#days(),
      failing: this.#failing && `${this.#failing.message} ${this.#failing.remedy ?? ''}`.trim(),
    }
  }

  /** What those who may act must know; null while all is well. */
  standing(): Standing['backups'] {
    const days = this.#days()
    const age = days ?? Math.floor((this.#work.clock().getTime() - bornAt(this.#work.database.file)) / DAY)
    if (this.#failing === null && age <= OLD_DAYS) return null
    return { days, failing: this.#failing?.message ?? null }
  }

  async #make(reason: Reason): Promise<Outcome<BackupCopy>> {
    const { threads, dataFolder, clock } = this.#work
    const folder = backupFolder(dataFolder)
    const { encryption } = readBackupSettings(dataFolder)
    const began = performance.now()
    const made = await this.#inThread({ backup: { folder, reason, encryption } }, threads, clock())
    const state = made.ok ? made.value.state : null
    log(dataFolder, { event: 'backup', reason, state, ended: endedAs(made), ms: millisecondsSince(began) })
    const finding = made.ok && made.value.state === 'as_it_is' ? made.value.finding : null
    this.#failing = made.ok ? (finding === null ? null : { code: 'damaged', message: finding }) : made.failure
    this.#look()
    return made
  }

  async #inThread(
    task: Parameters<ReadingThreads['run']>[0],
    threads: ReadingThreads,
    now: Date,
  ): Promise<Outcome<BackupCopy>> {
    const answer = await threads.run(task, now)
    return 'failure' in answer ? { ok: false, failure: answer.failure } : (answer.value as Outcome<BackupCopy>)
  }

  #look(): void {
    const good = copiesIn(backupFolder(this.#work.dataFolder)).find(({ state }) => state === 'checked')
    this.#last = good ?? null
  }

  #days(): number | null {
    if (!this.#last) return null
    return Math.max(0, Math.floor((this.#work.clock().getTime() - Date.parse(this.#last.madeAt)) / DAY))
  }

  /** The school's day of the newest work that no backup has; null where there is none. */
  async #unsaved(db: ReadDb): Promise<{ unsaved: string | null; zone: string }> {
    const { timeZone, at } = await lastWork(db)
    const zone = timeZone ?? 'UTC'
    if (timeZone === null || at === 0 || (this.#last && Date.parse(this.#last.madeAt) >= at))
      return { unsaved: null, zone }
    return { unsaved: businessDateAt(new Date(at), zone), zone }
  }
}

function onSameDisk(one: string, other: string): boolean {
  const [first, second] = [deviceOf(one), deviceOf(other)]
  return first === undefined || first === second
}

function deviceOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.dev
}

function bornAt(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? stat.birthtimeMs || stat.ctimeMs : Date.now()
}
