import { serverOf } from '../../storage/server-folder.ts'
import { StorageProblem } from '../../storage/problem.ts'
import type { Moment } from '../../people/moment.ts'
import type { CallReply } from '../../../shared/contract/index.ts'
import { refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { dispatch, report, saysAway } from '../dispatch.ts'
import type { OpenSchool } from '../open-school.ts'
import { DeskOutbox, type Copy } from './desk-outbox.ts'
import { goesOn } from './sent-later.ts'

/** A school that is open, and the calls that are worked on in it. */
export interface Open {
  readonly is: 'open'
  readonly school: OpenSchool
  /** why it is only looked at; null where it is worked with */
  readonly readingOnly: StorageProblem | null
  /** the copy on which the desk goes on while its server is out of reach; null where not */
  readonly copy: Copy | null
  readonly calls: Set<Promise<unknown>>
}

/** What holds the school open. */
export interface ContactHost {
  /** the desk's folder; another one where somebody chose another place for the school */
  folder(): string
  now(): Date
  state(): object
  /** Opens the school of a folder beside the one that is open. */
  open(folder: string, copy: Copy | null): Promise<Open | StorageProblem>
  goTo(state: Open): void
}

/**
 * Whether a desk has its server: where that goes out of reach it goes on with the school as it last saw it, and back in
 * contact it sends what was recorded meanwhile before it works at the server again. Who is signed in stays so.
 */
export class Contact {
  readonly #host: ContactHost
  #desk: DeskOutbox | null = null
  /** a switch to the copy that is under way */
  #switching: Promise<boolean> | undefined
  /** what a switch left behind is closed once its last call is answered */
  #leftBehind: Promise<void> = Promise.resolve()

  constructor(host: ContactHost) {
    this.#host = host
  }

  get outbox() {
    return this.#desk?.outbox ?? null
  }

  /** Why the desk is not led to another place; undefined where it may be. */
  hindersLeaving(): Outcome<never> | undefined {
    const waiting = this.#desk?.outbox.counts().waiting ?? 0
    if (waiting === 0) return undefined
    return refused('wrong_state', say('unsent.leaving_waits', { waiting }), { remedy: say('unsent.leaving_remedy') })
  }

  /** Before the school is opened: sends what waits. Answers what keeps it from going, where it must wait on. */
  async begin(): Promise<StorageProblem | null> {
    const folder = this.#host.folder()
    if (this.#desk?.dataFolder !== folder) this.close()
    // Another process may have had it, or the folder leads to a server only since a move.
    this.#desk ??= DeskOutbox.of(folder, this.#host.now)
    const left = this.#desk?.waits ? await this.#desk.send() : null
    // What keeps the school from being opened says so when it is opened.
    return left && (left.reached || left.problem.kind === 'server_away') ? left.problem : null
  }

  /** Goes on with the school as this desk last saw it. Answers whether it can. */
  async openCopy(problem: StorageProblem): Promise<boolean> {
    const desk = this.#desk
    const copy = desk?.copy(problem)
    if (!desk || !copy) return false
    const before = this.#host.state()
    const opened = await this.#host.open(copy.folder, copy)
    if (opened instanceof StorageProblem || this.#host.state() !== before) {
      // It cannot be worked with, or the program is being closed meanwhile.
      if ('school' in opened) await opened.school.close(false)
      desk.throwAway(copy)
      return false
    }
    this.#host.goTo(opened)
    desk.watch(() => this.#comeBack(opened), report)
    return true
  }

  /**
   * Makes a call. `isElsewhere`: it did not reach the server, and is to be made again where the desk goes on: under the
   * same command id, so that what had come through all the same is not done twice.
   */
  async asked(state: Open, envelope: unknown, at: Moment): Promise<{ reply: CallReply; isElsewhere: boolean }> {
    const asked = dispatch(state.school.parts, envelope, at)
    state.calls.add(asked)
    const reply = await asked.finally(() => state.calls.delete(asked))
    if (!saysAway(reply)) return { reply, isElsewhere: false }
    const goesElsewhere = this.#host.state() !== state || (await this.#goOn(state))
    return { reply, isElsewhere: goesElsewhere && goesOn(envelope) }
  }

  /** The server went out of reach while the school was open there. Answers whether the desk goes on. */
  #goOn(from: Open): Promise<boolean> {
    if (from.copy || !this.#desk) return Promise.resolve(false)
    return (this.#switching ??= this.#switchedToCopy(from).finally(() => {
      this.#switching = undefined
    }))
  }

  async #switchedToCopy(from: Open): Promise<boolean> {
    const address = serverOf(this.#host.folder()) ?? ''
    if (!(await this.openCopy(new StorageProblem('server_away', { address })))) return false
    this.#leaveBehind(from)
    return true
  }

  /** Sends what waits, and goes back to the server; false where it cannot yet. */
  async #comeBack(state: Open): Promise<boolean> {
    const desk = this.#desk
    if (this.#host.state() !== state || !state.copy || !desk) return true
    const { view } = state.copy
    const isSent = async () => {
      const left = await desk.send()
      view.problem = left && left.problem.kind !== 'server_away' ? left.problem : null
      return left === null
    }
    if (!(await isSent())) return false
    return state.school.database.alone(async () => {
      // What came in meanwhile is sent while nothing more can come in.
      if (desk.waits && !(await isSent())) return false
      const opened = await this.#host.open(this.#host.folder(), null)
      if (opened instanceof StorageProblem) return false
      if (this.#host.state() !== state) {
        // The program is being closed meanwhile.
        await opened.school.close(false)
        return true
      }
      state.school.unsent?.end()
      this.#host.goTo(opened)
      this.#leaveBehind(state)
      return true
    })
  }

  #leaveBehind({ school, copy, calls }: Open): void {
    const answered = Promise.allSettled([this.#leftBehind, ...calls])
    this.#leftBehind = answered
      .then(() => school.close(false))
      .then(() => this.#thrownAway(copy))
      .catch(report)
  }

  /** The school was closed. */
  async left(state: Open | null): Promise<void> {
    this.#desk?.unwatch()
    this.#thrownAway(state?.copy ?? null)
    await this.#leftBehind
  }

  #thrownAway(copy: Copy | null): void {
    if (copy) this.#desk?.throwAway(copy)
  }

  close(): void {
    this.#desk?.close()
    this.#desk = null
  }
}
