import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { log } from '../../log/program-log.ts'
import { PRIVATE } from '../../storage/durable-file.ts'
import { canBeLookedAt, copySchool, lastSeenAt } from '../../storage/last-seen.ts'
import { Outbox } from '../../storage/outbox.ts'
import { StorageProblem } from '../../storage/problem.ts'
import { serverOf } from '../../storage/server-folder.ts'
import { temporaryName } from '../../storage/temporary-files.ts'
import type { WithoutServer } from '../areas/outbox.ts'
import { openedDatabase } from '../opened-database.ts'
import { postWaiting } from './posting.ts'

const LOOKS_EVERY_MS = 3_000

/** Why what waits was not sent. */
export interface NotSent {
  readonly problem: StorageProblem
  /** whether the school was open already: it is there, and cannot take it at the moment */
  readonly reached: boolean
}

/** The copy on which a desk goes on. */
export interface Copy {
  readonly folder: string
  readonly view: WithoutServer
}

/** How a desk whose school lies on a server goes on without it, and comes back. */
export class DeskOutbox {
  readonly outbox: Outbox
  readonly dataFolder: string
  readonly #now: () => Date
  #timer: NodeJS.Timeout | undefined

  private constructor(dataFolder: string, now: () => Date, outbox: Outbox) {
    this.outbox = outbox
    this.dataFolder = dataFolder
    this.#now = now
  }

  /** Null where the school lies here, or another process has the desk. */
  static of(dataFolder: string, now: () => Date): DeskOutbox | null {
    const outbox = serverOf(dataFolder) === null ? null : Outbox.open(dataFolder)
    return outbox && new DeskOutbox(dataFolder, now, outbox)
  }

  get waits(): boolean {
    return this.outbox.counts().waiting > 0
  }

  /** A copy of the school as this desk last saw it; null where it has none. It is thrown away afterwards. */
  copy(problem: StorageProblem): Copy | null {
    if (!canBeLookedAt(this.dataFolder)) return null
    const folder = temporaryName(join(this.dataFolder, 'without-server'))
    mkdirSync(folder, { mode: PRIVATE.folder })
    copySchool(this.dataFolder, folder)
    log(this.dataFolder, { event: 'without server', waiting: this.outbox.counts().waiting })
    const isAway = problem.kind === 'server_away'
    return {
      folder,
      view: { since: this.#now(), asOf: lastSeenAt(this.dataFolder), problem: isAway ? null : problem },
    }
  }

  throwAway({ folder }: Copy): void {
    rmSync(folder, { recursive: true, force: true })
  }

  /** Sends what waits; answers why not, or null once nothing waits. */
  async send(): Promise<NotSent | null> {
    let reached = false
    try {
      const database = await openedDatabase(this.dataFolder, false)
      reached = true
      try {
        await postWaiting({
          outbox: this.outbox,
          database,
          now: this.#now,
          dataFolder: this.dataFolder,
        })
      } finally {
        await database.close()
      }
      log(this.dataFolder, { event: 'with server', waiting: this.outbox.counts().waiting })
      return null
    } catch (error) {
      if (error instanceof StorageProblem) return { problem: error, reached }
      throw error
    }
  }

  /** Looks every few seconds until it answers that it need not any more. Never keeps the process alive. */
  watch(look: () => Promise<boolean>, failed: (error: unknown) => void): void {
    this.unwatch()
    const looked = async () => {
      const isDone = await look().catch((error: unknown) => {
        failed(error)
        return false
      })
      if (!isDone && this.#timer === timer) this.watch(look, failed)
    }
    const timer = setTimeout(() => void looked(), LOOKS_EVERY_MS).unref()
    this.#timer = timer
  }

  unwatch(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  close(): void {
    this.unwatch()
    this.outbox.close()
  }
}
