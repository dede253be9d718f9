import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { ServerConnection } from './server-connection.ts'

/** What all desks listen to. Without more words it says that something was recorded. */
const CHANNEL = 'blocktime_recorded'
export const TELLING = `notify ${CHANNEL};`

/** Whether the server still passes on what is told is tried so often, and an answer waited for so long. */
const PROVED_EVERY_MS = 10_000
const LONGEST_PROOF_MS = 5_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
const LONGEST_FAREWELL_MS = 2_000

/** Tells all desks something other than that something was recorded. */
export function telling(what: string): string {
  return `notify ${CHANNEL}, '${what}';`
}

/** Whether a server knows telling at all; one that does not must not have it among what a work does. */
export async function mayTell(connection: ServerConnection): Promise<boolean> {
  try {
    await connection.run(telling('tried'))
    return true
  } catch (error) {
    if (connection.isLost) throw error
    return false
  }
}

/**
 * Hears of what any desk records, through a connection of its own. A server, or a pool before it, may take the wish to
 * listen and never say anything: so the listener tells itself something through another connection, at first and again
 * and again, and hears as long as that arrives. A connection that is lost is made anew.
 */
export class ServerListener {
  readonly #config: () => ClientConfig
  readonly #tell: (what: string) => Promise<void>
  #client: Client | undefined
  #hears = false
  #count = 0
  #begun = false
  #closed = false
  #pause = FIRST_PAUSE_MS
  #timer: NodeJS.Timeout | undefined
  #arrived: ((what: string) => void) | undefined

  /** @param tell tells all desks something through another connection */
  constructor(config: () => ClientConfig, tell: (what: string) => Promise<void>) {
    this.#config = config
    this.#tell = tell
  }

  /** How often it heard that something was recorded; null while it hears nothing. The first asking has it listen. */
  heard(): number | null {
    if (!this.#begun) {
      this.#begun = true
      void this.#listen()
    }
    return this.#hears ? this.#count : null
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#hears = false
    clearTimeout(this.#timer)
    const ended = this.#client?.end().catch(() => undefined)
    // One that hangs answers to no farewell.
    await Promise.race([ended, wait(LONGEST_FAREWELL_MS, undefined, { ref: false })])
  }

  async #listen(): Promise<void> {
    if (this.#closed) return
    let client: Client
    try {
      client = new Client(this.#config())
    } catch {
      return this.#later()
    }
    this.#client = client
    try {
      client.on('error', () => this.#lose(client))
      client.on('end', () => this.#lose(client))
      client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      await this.#prove(client)
      this.#pause = FIRST_PAUSE_MS
    } catch {
      this.#lose(client)
    }
  }

  /** Throws where what is told does not arrive. */
  async #prove(client: Client): Promise<void> {
    const proof = randomUUID()
    let timer: NodeJS.Timeout | undefined
    const arrived = new Promise<void>((resolve, reject) => {
      this.#arrived = (what) => {
        if (what === proof) resolve()
      }
      timer = setTimeout(() => reject(new Error('what is told does not arrive')), LONGEST_PROOF_MS)
    })
    // Whoever waits for it comes to it only after telling.
    arrived.catch(() => undefined)
    try {
      await this.#tell(proof)
      await arrived
    } finally {
      clearTimeout(timer)
    }
    if (this.#closed || this.#client !== client) return
    // What was recorded while nothing was heard is a reason to look, too.
    if (!this.#hears) this.#count++
    this.#hears = true
    this.#timer = setTimeout(() => {
      this.#prove(client).catch(() => this.#lose(client))
    }, PROVED_EVERY_MS).unref()
  }

  #hear(what: string): void {
    if (what === '') this.#count++
    else this.#arrived?.(what)
  }

  #lose(client: Client): void {
    if (this.#client !== client) return
    this.#client = undefined
    this.#hears = false
    clearTimeout(this.#timer)
    void client.end().catch(() => undefined)
    this.#later()
  }

  #later(): void {
    if (this.#closed) return
    this.#timer = setTimeout(() => void this.#listen(), this.#pause).unref()
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
  }
}
