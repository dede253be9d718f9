import { z } from 'zod'
import type { CallName } from '../../../shared/contract/index.ts'
import { done, refused, type Failure, type Outcome } from '../../../shared/failure.ts'
import { businessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { numberUnsent } from '../../billing/unsent-refs.ts'
import { readHead, type LedgerHead } from '../../ledger/head-store.ts'
import type { Database, ReadDb, WriteDb } from '../../storage/database.ts'
import type { Outbox } from '../../storage/outbox.ts'
import type { OutboxRow } from '../../storage/outbox-tables.ts'
import { StorageProblem } from '../../storage/problem.ts'
import type { BoundCommand } from '../command.ts'
import { onlyOnce } from '../command-store.ts'
import { contract } from '../contract.ts'
import { schoolToday } from '../school-today.ts'
import { effectOf } from './effect-store.ts'
import { basisOf, invoiceOf } from './names.ts'
import { customerOfEntries } from './outbox-store.ts'
import { isSentLater, needsServer, played } from './sent-later.ts'

const answerSchema = z.object({ entry: z.int() })

/** The entries of the copy that an action made. */
interface Played {
  readonly number: number
  readonly from: number
  readonly to: number
  readonly invoice: string | undefined
}

/** Where something is recorded while the server is out of reach: on a copy of the school, and in the outbox. */
export class Unsent {
  readonly #database: Database
  readonly #outbox: Outbox
  readonly #base: LedgerHead
  readonly #played: Played[] = []
  /** the action that is played again; null while new ones are taken in */
  #again: number | null = null
  #isOver = false

  private constructor(database: Database, outbox: Outbox, base: LedgerHead) {
    this.#database = database
    this.#outbox = outbox
    this.#base = base
  }

  /** Plays on the copy what it does not hold: what waits, and what was sent since it was made. */
  static async over(database: Database, outbox: Outbox, now: () => Date): Promise<Unsent> {
    const base = await database.read(readHead)
    const unsent = new Unsent(database, outbox, base ?? { number: 0, hash: '' })
    const number = () => unsent.#again ?? outbox.nextNumber()
    await database.read(async (db) => numberUnsent(db, number))
    await database.write(async (db) => numberUnsent(db, number))
    for (const row of outbox.since(unsent.#base.number)) await unsent.#playAgain(row, now())
    return unsent
  }

  /** Why a call is not carried out here; null where it is. */
  refusal(call: CallName): Failure | null {
    const definition = contract[call]
    if (definition.effect === 'write') return isSentLater(call) ? null : needsServer()
    // Whatever leaves something behind would leave it beside a copy that is thrown away.
    const lasts = definition.effect === 'aside' && 'unbound' in definition && !call.startsWith('trouble.')
    return lasts ? needsServer() : null
  }

  /** From now on nothing is taken in: the server is there, and everything that waited was sent. */
  end(): void {
    this.#isOver = true
  }

  /**
   * Does the work of a command on the copy and takes it into the outbox, once. It is answered once both are durable; one
   * that was taken in before gets the answer of then.
   */
  async once(
    command: BoundCommand,
    input: unknown,
    work: (db: WriteDb) => Promise<Outcome<unknown>>,
  ): Promise<Outcome<unknown>> {
    let number: number | null = null
    try {
      const { outcome } = await onlyOnce(this.#database, command, async (db) => {
        if (this.#isOver) throw new StorageProblem('server_away', { address: '' })
        const before = this.answerTo(command)
        if (before) return before
        const recorded = await this.#recorded(db, command, input, work)
        if (recorded.ok) ({ number } = recorded.value)
        return recorded.ok ? done(recorded.value.answer) : recorded
      })
      return outcome
    } catch (error) {
      if (number !== null) this.#takenBack(number, command.now)
      throw error
    }
  }

  /** The answer of an action that is in the outbox already. */
  answerTo(command: BoundCommand): Outcome<unknown> | undefined {
    const row = this.#outbox.byCommand(command.id)
    return row && earlierAnswer(row, command)
  }

  async #recorded(
    db: WriteDb,
    command: BoundCommand,
    input: unknown,
    work: (db: WriteDb) => Promise<Outcome<unknown>>,
  ): Promise<Outcome<{ number: number; answer: unknown }>> {
    const { id, call, userId, hash, now } = command
    if (userId === null) throw new Error('an action of nobody')
    const from = (await lastNumber(db)) + 1
    const outcome = await work(db)
    if (!outcome.ok) return outcome
    const { entry: to } = answerSchema.parse(outcome.value)
    const { today } = await schoolToday(db, now)
    const number = this.#outbox.keep({
      id,
      call,
      user_id: userId,
      hash,
      input: JSON.stringify(input),
      recorded_at: now.getTime(),
      day: today ?? '',
      base_number: this.#base.number,
      base_hash: this.#base.hash,
      effect: JSON.stringify(await effectOf(db, from - 1, to)),
      depends: JSON.stringify(this.#restsOn(input)),
      answer: JSON.stringify(outcome.value),
      customer: await customerOfEntries(db, from, to),
    })
    this.#played.push({ number, from, to, invoice: invoiceOf(input) })
    return done({ number, answer: outcome.value })
  }

  /** The actions of this desk that an action was built on: by what its form showed, and by the invoice it acts on. */
  #restsOn(input: unknown): number[] {
    const shown = basisOf(input).map(({ entry }) => entry)
    const invoice = invoiceOf(input)
    return this.#played
      .filter(
        (earlier) =>
          shown.some((entry) => entry >= earlier.from && entry <= earlier.to) ||
          (invoice !== undefined && earlier.invoice === invoice),
      )
      .map(({ number }) => number)
  }

  /** What cannot be played on the copy any more is decided by the server; the copy goes without it. */
  async #playAgain(row: OutboxRow, now: Date): Promise<void> {
    const { call, day } = row
    if (!isSentLater(call)) return
    const input: unknown = JSON.parse(row.input)
    const sent = { call, userId: row.user_id, input, day: businessDate(day) }
    const command = { id: row.id, call, userId: row.user_id, hash: row.hash, now: new Date(row.recorded_at) }
    this.#again = row.number
    try {
      await onlyOnce(this.#database, command, async (db) => {
        const from = (await lastNumber(db)) + 1
        const outcome = await played(db, now, { ...sent, input: withoutBasis(input) })
        if (!outcome.ok) return outcome
        const { entry: to } = answerSchema.parse(outcome.value)
        this.#played.push({ number: row.number, from, to, invoice: invoiceOf(input) })
        return done(JSON.parse(row.answer) as unknown)
      })
    } finally {
      this.#again = null
    }
  }

  #takenBack(number: number, now: Date): void {
    const place = this.#played.findIndex((earlier) => earlier.number === number)
    if (place >= 0) this.#played.splice(place, 1)
    this.#outbox.takeBack(number, now)
  }
}

/** The answer to a command that is in the outbox; undefined where it is not there, or was told not to be recorded. */
export function earlierAnswer(row: OutboxRow, { hash }: BoundCommand): Outcome<unknown> | undefined {
  if (row.hash !== hash)
    return refused('command_reused', say('refused_calls.command_reused'), {
      remedy: say('refused_calls.command_reused_remedy'),
    })
  if (row.state === 'waiting') return done(JSON.parse(row.answer) as unknown)
  if (row.state !== 'refused') return undefined
  return refused('wrong_state', say('unsent.on_the_list', { reason: row.message ?? '' }), {
    remedy: say('unsent.on_the_list_remedy', { number: row.number }),
  })
}

/** What the form showed has other numbers wherever it is played again. */
export function withoutBasis(input: unknown): unknown {
  return { ...(input as Readonly<Record<string, unknown>>), basis: [] }
}

async function lastNumber(db: ReadDb): Promise<number> {
  return (await readHead(db))?.number ?? 0
}
