import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, type ClientConfig, type QueryArrayResult, type QueryResult } from 'pg'
import { addressText, type ServerAddress } from './address.ts'
import { StorageProblem } from '../problem.ts'
import { givenPassword } from '../server-password.ts'
import { asServerProblem, isAway } from './server-problem.ts'
import { whileThere } from './server-pulse.ts'
import { valueTypes } from './values.ts'

/** The schema that holds a school. */
export const SCHEMA = 'blocktime'
/** The role as which every desk works: it can add to the ledger, and neither change nor delete in it. */
export const DESK_ROLE = 'blocktime_desk'

const CONNECTING_MS = 5_000
/** So long a server that does not answer is asked again: one that is started anew is back within it. */
const LONGEST_AWAY_MS = 10_000
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1_000

const LONGEST_FAREWELL_MS = 2_000
const KNOWN_AWAY_MS = 30_000
/** servers that were waited for in vain, and when */
const away = new Map<string, number>()

/** Said at the start of every connection. A desk that vanished in the middle of a work must not hold up the others. */
const SETTINGS: Readonly<Record<string, string>> = {
  search_path: SCHEMA,
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '60s',
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
  tcp_user_timeout: '20000',
  client_min_messages: 'warning',
  synchronous_commit: 'on',
  jit: 'off',
  // What a verification makes again lies in memory, up to this much.
  temp_buffers: '64MB',
  timezone: 'UTC',
}

export interface Question {
  readonly text: string
  readonly values?: readonly unknown[]
  /** the name under which the server keeps its plan */
  readonly name?: string
}

interface Open {
  readonly client: Client
  readonly socket: Socket
  /** the server's own number for the connection */
  readonly session: number
  /** how it was made: the certificate's file may be gone by the time that another one is made beside it */
  readonly config: ClientConfig
}

/** How a connection to the server is made. @param password another one than the driver finds by itself */
export function configOf(
  address: ServerAddress,
  password: string | undefined = givenPassword(addressText(address)),
): ClientConfig {
  const { host, port, database, user, rootCertificate, encrypted } = address
  return {
    host,
    port,
    database,
    ...(user === null ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ssl: encrypted
      ? { rejectUnauthorized: true, ...(rootCertificate ? { ca: certificateIn(rootCertificate, address) } : {}) }
      : false,
    types: valueTypes,
    application_name: 'blocktime',
    connectionTimeoutMillis: CONNECTING_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: CONNECTING_MS,
    options: Object.entries(SETTINGS)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  }
}

function certificateIn(file: string, address: ServerAddress): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new StorageProblem('server_secure', { address: addressText(address) })
  }
}

/** A connection to the server that is made anew where it was lost. One question at a time. */
export class ServerConnection {
  readonly address: ServerAddress
  readonly #role: string | null
  readonly #config: () => ClientConfig
  #open: Open | undefined
  /** whether a statement that fails leaves the transaction as it was before, as in the embedded engine */
  guarded = false
  #lost = false
  #closed = false

  /**
   * @param role as which it works; null: as who signed in
   * @param password that is tried, and not given to anybody else
   */
  constructor(address: ServerAddress, role: string | null, password?: string) {
    this.address = address
    this.#config = () => configOf(address, password)
    this.#role = role
  }

  /** Whether the connection that was there is gone, with the transaction that it was in. */
  get isLost(): boolean {
    return this.#lost
  }

  /** Sees to it that there is a connection; a server that is away is asked again for some seconds. */
  async insist(patience: number = LONGEST_AWAY_MS): Promise<void> {
    if (this.#closed) throw new Error('the connection to the server is closed')
    if (this.#open && !this.#lost) return
    await this.#drop()
    const place = addressText(this.address)
    // Where somebody has waited in vain just now, the next one is told at once.
    const isKnown = performance.now() - (away.get(place) ?? -Infinity) < KNOWN_AWAY_MS
    const end = performance.now() + (isKnown ? 0 : patience)
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.#connect()
        away.delete(place)
        return
      } catch (error) {
        const isOver = performance.now() + pause >= end
        if (isAway(error) && isOver) away.set(place, performance.now())
        if (!isAway(error) || isOver) throw asServerProblem(error, this.address)
      }
      await wait(pause)
    }
  }

  async #connect(): Promise<void> {
    const socket = new Socket()
    const config = this.#config()
    const client = new Client({ ...config, stream: () => socket })
    client.on('error', () => this.#forget(client))
    client.on('end', () => this.#forget(client))
    await client.connect()
    try {
      const role = this.#role === null ? '' : `set role ${this.#role};`
      const answers = await client.query(`${role} select pg_backend_pid() as session`)
      const { rows } = [answers].flat().at(-1) as QueryResult<{ session: number }>
      this.#open = { client, socket, session: rows[0]?.session ?? 0, config }
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    this.#lost = false
  }

  #forget(client: Client): void {
    if (this.#open?.client === client) this.#lost = true
  }

  async ask(question: Question | string): Promise<QueryResult<Record<string, unknown>>> {
    const asked = typeof question === 'string' ? { text: question } : question
    if (!this.guarded || /^\s*\(*\s*(select|with)\b/i.test(asked.text)) return this.#ask(asked)
    await this.run('savepoint guarded')
    try {
      const answer = await this.#ask(asked)
      await this.run('release savepoint guarded')
      return answer
    } catch (error) {
      if (!this.#lost) await this.run('rollback to savepoint guarded; release savepoint guarded')
      throw error
    }
  }

  #ask(asked: Question): Promise<QueryResult<Record<string, unknown>>> {
    return this.#asked((client) => client.query({ ...asked, values: [...(asked.values ?? [])] }))
  }

  /** The rows as values in the order of selecting. */
  async askValues(question: Question): Promise<QueryArrayResult<unknown[]>> {
    return this.#asked((client) =>
      client.query<unknown[]>({ ...question, values: [...(question.values ?? [])], rowMode: 'array' }),
    )
  }

  /** Several statements in one go, without values; answers the rows of the last. */
  async run(text: string): Promise<readonly Record<string, unknown>[]> {
    const results = (await this.#asked((client) => client.query(text))) as unknown as
      QueryResult<Record<string, unknown>> | QueryResult<Record<string, unknown>>[]
    return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? []
  }

  async #asked<T>(ask: (client: Client) => Promise<T>): Promise<T> {
    const open = this.#open
    if (!open || this.#lost) throw Object.assign(new Error('the connection to the server was lost'), { code: '08006' })
    try {
      return await whileThere(ask(open.client), open.config, open.session, () => open.socket.destroy())
    } catch (error) {
      if (isAway(error)) this.#lost = true
      throw error
    }
  }

  async #drop(): Promise<void> {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    // One that was lost answers to no farewell, and one that hangs to none in time.
    const ended = open.client.end().catch(() => undefined)
    if (!this.#lost) await Promise.race([ended, wait(LONGEST_FAREWELL_MS, undefined, { ref: false })])
    open.socket.destroy()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#drop()
  }
}
