import type { Database } from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock, type HeldLock } from './held-lock.ts'
import { StorageProblem } from './problem.ts'
import { OUTBOX_ROWS, OUTBOX_STEPS, type KeptAction, type OutboxRow } from './outbox-tables.ts'
import { insistOnDurability, openWriter } from './sqlite/connection.ts'
import { asStorageProblem } from './sqlite/sqlite-problem.ts'

/** What a desk recorded without its server lies here, beside the copy of the school, until it is sent and after. */
const FILE = 'outbox.blocktime'
const LOCK = 'outbox.lock'
/** Far more than a desk records before it is back in contact. */
const MOST_BETWEEN = 5_000

/**
 * The actions of a desk that were recorded without its server, in their order, and what became of each. Nothing in it is
 * changed or deleted, and an action that was taken in is on the disk before anybody is told so.
 */
export class Outbox {
  readonly #sqlite: Database
  readonly #lock: HeldLock | null
  readonly #file: string

  private constructor(file: string, lock: HeldLock | null) {
    this.#file = file
    this.#lock = lock
    this.#sqlite = this.#writing(() => openWriter(file))
    try {
      this.#prepare()
    } catch (error) {
      this.#sqlite.close()
      throw asStorageProblem(error, file)
    }
  }

  /** The outbox of a desk's folder, for this process alone; null where another process has it. */
  static open(folder: string): Outbox | null {
    const lock = takeLock(join(folder, LOCK))
    if (lock === null) return null
    try {
      return new Outbox(join(folder, FILE), lock)
    } catch (error) {
      lock.release()
      throw error
    }
  }

  /** The same to be looked at, whoever has it; null where the desk never had one. */
  static look(folder: string): Outbox | null {
    const file = join(folder, FILE)
    return existsSync(file) ? new Outbox(file, null) : null
  }

  /** How many actions of a desk wait to be sent, whoever has its outbox. */
  static waitingIn(folder: string): number {
    const outbox = Outbox.look(folder)
    try {
      return outbox?.counts().waiting ?? 0
    } finally {
      outbox?.close()
    }
  }

  #prepare(): void {
    const version = () => Number(this.#sqlite.pragma('user_version', { simple: true }))
    if (version() > OUTBOX_STEPS.length) throw new StorageProblem('newer', { file: this.#file })
    const bringUp = this.#sqlite.transaction(() => {
      for (const step of OUTBOX_STEPS.slice(version())) this.#sqlite.exec(step)
      this.#sqlite.pragma(`user_version = ${OUTBOX_STEPS.length}`)
    })
    if (version() < OUTBOX_STEPS.length) bringUp.immediate()
    insistOnDurability(this.#sqlite)
  }

  /** The number that the next action gets. */
  nextNumber(): number {
    const row = this.#sqlite.prepare('select coalesce(max(number), 0) + 1 as next from actions').get()
    return (row as { next: number }).next
  }

  /** Takes an action in, on the disk; answers its number. */
  keep(action: KeptAction): number {
    const columns = Object.keys(action)
    const marks = columns.map((name) => `@${name}`).join(', ')
    const statement = `insert into actions (${columns.join(', ')}) values (${marks})`
    return Number(this.#writing(() => this.#sqlite.prepare(statement).run(action)).lastInsertRowid)
  }

  /** One that was taken in and then could not be played: its caller is told that it was not recorded. */
  takeBack(number: number, at: Date): void {
    this.#outcome({ number, state: 'taken_back', at: at.getTime() })
  }

  /**
   * @param refs JSON: the server's name for each name from here
   * @param message what a person should know of it; null where nothing
   */
  sent(
    number: number,
    {
      at,
      ...there
    }: { readonly entry: number; readonly refs: string; readonly message: string | null; readonly at: Date },
  ): void {
    this.#outcome({ number, state: 'sent', at: at.getTime(), ...there })
  }

  refused(
    number: number,
    { code, message, remedy }: { code: string; message: string; remedy?: string | undefined },
    at: Date,
  ): void {
    this.#outcome({ number, state: 'refused', at: at.getTime(), code, message, remedy: remedy ?? null })
  }

  /** A person has looked at a refused action and says what became of it. */
  settle(number: number, { by, note, at }: { by: number; note: string; at: Date }): void {
    const values = { number, settled_at: at.getTime(), settled_by: by, settled_note: note }
    const statement = 'insert into settlements values (@number, @settled_at, @settled_by, @settled_note)'
    this.#writing(() => this.#sqlite.prepare(statement).run(values))
  }

  /** Before a refused action is done again under a command: should the answer get lost, the command is asked after. */
  repeating(number: number, { id, by }: { id: string; by: number }): void {
    const statement = 'insert or ignore into repeats (id, number, begun_by) values (?, ?, ?)'
    this.#writing(() => this.#sqlite.prepare(statement).run(id, number, by))
  }

  /** The commands under which a refused action was to be done again, whether or not they were recorded. */
  repeatsOf(number: number): { readonly id: string; readonly by: number }[] {
    const statement = 'select id, begun_by as by from repeats where number = ? order by rowid'
    return this.#sqlite.prepare(statement).all(number) as { id: string; by: number }[]
  }

  /** A refused action was done again: settled by that. @param answer JSON */
  repeated(number: number, answer: string, settled: { id: string; by: number; note: string; at: Date }): void {
    const statement = 'insert or ignore into repeated (number, repeated_id, repeated_answer) values (?, ?, ?)'
    const work = this.#sqlite.transaction(() => {
      this.#sqlite.prepare(statement).run(number, settled.id, answer)
      if (this.byNumber(number)?.settled_at === null) this.settle(number, settled)
    })
    this.#writing(() => work.immediate())
  }

  /** What was refused and is not settled, though somebody began to do it again. */
  begunAgain(): number[] {
    const rows = this.#rows(
      `where o.state = 'refused' and s.number is null and a.number in (select number from repeats) order by a.number`,
    )
    return rows.map(({ number }) => number)
  }

  /** The last one of a command: it may have been taken back before, and sent again. */
  byCommand(id: string): OutboxRow | undefined {
    return this.#rows('where a.id = ? order by a.number desc limit 1', id)[0]
  }

  byNumber(number: number): OutboxRow | undefined {
    return this.#rows('where a.number = ?', number)[0]
  }

  waiting(): OutboxRow[] {
    return this.#rows('where o.state is null order by a.number')
  }

  /** What the copy of a school that ends with this entry does not hold. */
  since(entry: number): OutboxRow[] {
    return this.#rows(`where o.state is null or (o.state = 'sent' and o.entry > ?) order by a.number`, entry)
  }

  /** The newest first; what waits or is not settled before everything else. */
  list(most: number): OutboxRow[] {
    const open = `(o.state is null or (o.state = 'refused' and s.number is null))`
    return this.#rows(`where coalesce(o.state, '') <> 'taken_back' order by ${open} desc, a.number desc limit ?`, most)
  }

  /** An action with those before it, as far back as one can rest on another. */
  upTo(number: number): OutboxRow[] {
    return this.#rows('where a.number <= ? and a.number > ? order by a.number', number, number - MOST_BETWEEN)
  }

  /** How durable what is written is, read back from the connection; 2 is FULL. */
  synchronous(): number {
    return Number(this.#sqlite.pragma('synchronous', { simple: true }))
  }

  isEmpty(): boolean {
    return this.#sqlite.prepare('select 1 from actions limit 1').get() === undefined
  }

  /** How many wait, and how many were refused that nobody has settled. */
  counts(): { readonly waiting: number; readonly refused: number } {
    return this.#sqlite
      .prepare(
        `select
          (select count(*) from actions a left join outcomes o on o.number = a.number where o.number is null) as waiting,
          (select count(*) from outcomes o left join settlements s on s.number = o.number
            where o.state = 'refused' and s.number is null) as refused`,
      )
      .get() as { waiting: number; refused: number }
  }

  close(): void {
    this.#sqlite.close()
    this.#lock?.release()
  }

  #rows(where: string, ...values: readonly (string | number)[]): OutboxRow[] {
    return this.#sqlite.prepare(`${OUTBOX_ROWS} ${where}`).all(...values) as OutboxRow[]
  }

  #outcome(values: Partial<OutboxRow>): void {
    const row = { entry: null, refs: null, code: null, message: null, remedy: null, ...values }
    const statement = `insert into outcomes (number, state, at, entry, refs, code, message, remedy)
      values (@number, @state, @at, @entry, @refs, @code, @message, @remedy)`
    this.#writing(() => this.#sqlite.prepare(statement).run(row))
  }

  /** What keeps it from the disk reaches the person as a sentence. */
  #writing<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw asStorageProblem(error, this.#file)
    }
  }
}
