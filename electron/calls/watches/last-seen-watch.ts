import { log } from '../../log/program-log.ts'
import { millisecondsSince } from '../../log/milliseconds.ts'
import type { Database } from '../../storage/database.ts'
import { lastSeenAt, lastSeenBytes, seenAgain } from '../../storage/last-seen.ts'
import { serverOf } from '../../storage/server-folder.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'

const FIRST_MS = 5_000
const LATER_MS = 10_000
/** Copying the whole of a large school takes longer: where that is needed again and again, it is done less often. */
const TIMES_AS_LONG = 30
/** The file is written anew with each change: a disk wears, and has other work. */
const MOST_BYTES_A_MS = 1_000

interface Work {
  readonly database: Database
  readonly threads: ReadingThreads
  readonly dataFolder: string
}

/**
 * Keeps a copy of a school on a server beside the desk, by which it is looked at while the server is out of reach: soon
 * after the start, and again once something was recorded. Never keeps the process alive.
 */
export class LastSeenWatch {
  readonly #work: Work
  #timer: NodeJS.Timeout | undefined
  #version: number | null = null
  /** how often in a row the whole was copied, since the entries did not do */
  #wholes = 0
  #closed = false

  constructor(work: Work) {
    this.#work = work
  }

  start(): void {
    if (serverOf(this.#work.dataFolder) !== null) this.#later(FIRST_MS)
  }

  stop(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #later(milliseconds: number): void {
    if (this.#closed) return
    this.#timer = setTimeout(() => void this.#look(), milliseconds).unref()
  }

  async #look(): Promise<void> {
    const began = performance.now()
    try {
      await this.keep()
    } catch {
      // The server is away, or the desk is being closed: the copy before stays, and the next look tries again.
    }
    const took = this.#wholes > 1 ? TIMES_AS_LONG * (performance.now() - began) : 0
    this.#later(Math.max(LATER_MS, took, lastSeenBytes(this.#work.dataFolder) / MOST_BYTES_A_MS))
  }

  /** Makes a copy where something was recorded since the last one. Answers whether it did. */
  async keep(): Promise<boolean> {
    const { database, threads, dataFolder } = this.#work
    const version = await database.version()
    if (version === this.#version && lastSeenAt(dataFolder) !== null) {
      seenAgain(dataFolder, new Date())
      return false
    }
    const began = performance.now()
    const answer = await threads.run('lastSeen', new Date())
    if ('failure' in answer) return false
    this.#version = version
    const by = answer.value === 'entries' ? 'entries' : 'whole'
    this.#wholes = by === 'whole' ? this.#wholes + 1 : 0
    log(dataFolder, { event: 'copied', by, ms: millisecondsSince(began) })
    return true
  }
}
