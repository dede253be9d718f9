import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallReply } from '../../shared/contract/index.ts'
import type { Outcome } from '../../shared/failure.ts'
import { keptHead, replaceHead } from '../ledger/head-file.ts'
import { readHead } from '../ledger/head-store.ts'
import { endedAs, logged } from './logged.ts'
import { millisecondsSince } from '../log/milliseconds.ts'
import { log } from '../log/program-log.ts'
import { LockOuts } from '../people/lock-out.ts'
import type { Moment } from '../people/moment.ts'
import { Sessions } from '../people/sessions.ts'
import { audit } from '../people/users-store.ts'
import { putStaged, type Staged } from '../school/backups/restore.ts'
import type { Database } from '../storage/database.ts'
import { placeOf } from '../storage/desk-place.ts'
import { copySchool } from '../storage/last-seen.ts'
import { forgetLostLog, holdsSchool } from '../storage/open-database.ts'
import { StorageProblem } from '../storage/problem.ts'
import { clearTemporary } from '../storage/temporary-files.ts'
import { momentOf, type ApplicationOptions } from './application-options.ts'
import { asLastSeen } from './as-last-seen.ts'
import { selfReport, type SelfReport } from './areas/diagnostics.ts'
import { toAnotherPlace } from './another-place.ts'
import type { ChosenPlace } from './areas/school-place.ts'
import { ServerEntry } from './server-entry.ts'
import { loggedProblem, openedSchool } from './opened-school.ts'
import { Contact, type Open } from './outbox/contact.ts'
import type { Copy } from './outbox/desk-outbox.ts'
import { ReadingThreads } from './threads/reading-threads.ts'
import type { TroubleDoor } from './areas/trouble.ts'
import { dispatchInTrouble, whileSwitching } from './trouble-dispatch.ts'
import { hasSchool } from '../billing/school-store.ts'

/** The application behind every window, whatever host shows it. */
export interface Application {
  /** Throws where the school is not open. */
  readonly database: Database
  /** Carries out one call. Never throws: what goes wrong is a failure with a plain sentence. */
  dispatch(envelope: unknown): Promise<CallReply>
  /** Resolves once what is noted behind the answers (sign-ins, refusals) is written down. */
  settled(): Promise<void>
  /** Whether something that was asked for is still worked on. */
  busy(): boolean
  close(): Promise<void>
}

type State = Open | { readonly is: 'trouble'; readonly problem: StorageProblem } | { readonly is: 'switching' }

/**
 * Opens the school of a data folder. Where its file cannot be worked with, the application is there all the same: it
 * says what is wrong and brings the school back, and nothing else works.
 */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const application = new SchoolApplication(options)
  clearTemporary(options.dataFolder)
  await application.open()
  return application
}

/** With these nobody knows whether the password is the right one. */
const KEEP_OUT: readonly string[] = ['server_login', 'server_away', 'server_secure']

/** So often at most a call is asked again where the school went on elsewhere meanwhile. */
const MOST_SWITCHES = 3

class SchoolApplication implements Application, TroubleDoor {
  readonly home: string
  /** where the school lies, or what stands beside it */
  #place: string
  readonly #options: ApplicationOptions
  #state: State = { is: 'switching' }
  #sessions: Sessions
  #lockOuts = new LockOuts()
  readonly #contact: Contact
  /** where a copy lies that is looked at */
  #copy: string | null = null
  readonly #entry: ServerEntry
  #closed: Promise<void> | undefined

  constructor(options: ApplicationOptions) {
    this.#options = options
    this.home = options.dataFolder
    this.#place = this.home
    this.#entry = new ServerEntry(options.keychain ?? null)
    this.#sessions = new Sessions(options.idleMinutes)
    this.#contact = new Contact({
      folder: () => this.dataFolder,
      now: () => this.#now(),
      state: () => this.#state,
      open: (folder, copy) => this.#openedIn(folder, null, copy),
      goTo: (state) => {
        this.#state = state
      },
    })
  }

  get dataFolder(): string {
    return this.#place
  }

  get database(): Database {
    if (this.#state.is !== 'open') throw new Error('the school is not open')
    return this.#state.school.database
  }

  dispatch(envelope: unknown): Promise<CallReply> {
    return logged(this.dataFolder, envelope, this.#answer(envelope))
  }

  async #answer(envelope: unknown): Promise<CallReply> {
    for (let time = 1; ; time++) {
      const state = this.#state
      if (state.is === 'trouble') return dispatchInTrouble(this, envelope)
      if (state.is === 'switching') return whileSwitching()
      // Nothing is answered through a connection that is not let in: what brings it back must not need one.
      if (state.school.database.trouble?.kind === 'server_login') return dispatchInTrouble(this, envelope)
      const answer = await this.#contact.asked(state, envelope, this.#moment())
      if (!answer.isElsewhere || time >= MOST_SWITCHES) return answer.reply
    }
  }

  settled(): Promise<void> {
    return this.#state.is === 'open' ? this.#state.school.parts.trail.settled() : Promise.resolve()
  }

  busy(): boolean {
    return this.#state.is === 'open' && this.#state.school.busy()
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#end())
  }

  async #end(): Promise<void> {
    const began = performance.now()
    await this.#leave(true)
    this.#contact.close()
    log(this.dataFolder, { event: 'closed', ms: millisecondsSince(began) })
  }

  problem(): StorageProblem | null {
    if (this.#state.is === 'trouble') return this.#state.problem
    if (this.#state.is === 'open') return this.#state.readingOnly ?? this.#state.school.database.trouble
    return null
  }

  async isEmpty(): Promise<boolean> {
    if (this.#state.is !== 'open') return false
    return !(await this.database.read(hasSchool))
  }

  get canKeepPassword(): boolean {
    return this.#entry.canKeep
  }

  async enter(password: string, keep: boolean): Promise<{ opened: boolean; kept: boolean }> {
    const { answer, kept } = await this.#entry.tried(
      this.dataFolder,
      { password, keep },
      () => this.retry(),
      () => !KEEP_OUT.includes(this.problem()?.kind ?? ''),
    )
    return { opened: answer, kept }
  }

  async open(sessions = this.#sessions): Promise<boolean> {
    let heldUp: StorageProblem | null
    this.#sessions = sessions
    try {
      this.#place = placeOf(this.home)
      this.#entry.prepare(this.dataFolder)
      heldUp = await this.#contact.begin()
    } catch (error) {
      this.#state = { is: 'trouble', problem: loggedProblem(this.dataFolder, error) }
      return false
    }
    if (heldUp && (await this.#contact.openCopy(heldUp))) return true
    if (await this.#openIn(this.dataFolder, null)) return true
    const problem = this.problem()
    return problem?.kind === 'server_away' && this.#contact.openCopy(problem)
  }

  async choosePlace(choice: ChosenPlace): ReturnType<TroubleDoor['choosePlace']> {
    const hindered = this.#contact.hindersLeaving()
    if (hindered) return hindered
    const sessions = this.#sessions
    const [place, open, stay] = [() => this.dataFolder, () => this.open(), () => this.open(sessions)]
    const leave = (leaving: boolean) => this.#leave(leaving)
    return toAnotherPlace({ home: this.home, place, leave, open, stay }, choice, this.#entry, this.#now())
  }

  async retry(): Promise<boolean> {
    const problem = this.problem()
    await this.#leave(false)
    // A folder that is gone is no empty one: a new school in its place would hide the one that is missed.
    if (problem?.kind === 'moved' && !holdsSchool(this.dataFolder)) {
      this.#state = { is: 'trouble', problem }
      return false
    }
    return this.open()
  }

  async restore(file: string, password: string | null): Promise<Outcome<{ keptAside: string | null }>> {
    // Checked while the school is open: a backup that is none, or a wrong password, disturbs nobody.
    const threads = new ReadingThreads(this.dataFolder)
    const answer = await threads.run({ stage: { file, password } }, this.#now())
    if ('failure' in answer) return { ok: false, failure: answer.failure }
    const staged = answer.value as Outcome<Staged>
    if (!staged.ok) return staged
    await this.#leave(false)
    const began = performance.now()
    const restored = await putStaged(this.dataFolder, staged.value, this.#now())
    await this.open()
    log(this.dataFolder, { event: 'restored', ended: endedAs(restored), ms: millisecondsSince(began) })
    if (restored.ok) await this.#note('backup restored', file)
    return restored
  }

  async readOn(): Promise<boolean> {
    const problem = this.problem()
    if (!problem) return false
    await this.#leave(false)
    this.#copy = mkdtempSync(join(tmpdir(), 'blocktime-reading-'))
    copySchool(this.dataFolder, this.#copy)
    return this.#openIn(this.#copy, asLastSeen(this.dataFolder, problem))
  }

  async selfReport(): Promise<SelfReport | null> {
    return this.#state.is === 'open' ? selfReport(this.database) : null
  }

  async goOn(): Promise<boolean> {
    const kept = keptHead(this.dataFolder)
    await this.#leave(false)
    forgetLostLog(this.dataFolder)
    replaceHead(this.dataFolder, null)
    const opened = await this.open()
    if (!opened) return false
    const head = await this.database.read(readHead)
    await this.#note(
      'went on without missing entries',
      `${kept?.number ?? 0} ${kept?.hash ?? ''} > ${head?.number ?? 0}`,
    )
    return true
  }

  async #openIn(folder: string, readingOnly: StorageProblem | null): Promise<boolean> {
    const opened = await this.#openedIn(folder, readingOnly, null)
    const isOpen = !(opened instanceof StorageProblem)
    this.#state = isOpen ? opened : { is: 'trouble', problem: opened }
    return isOpen
  }

  /** Opens the school of a folder; answers why it cannot be worked with, where it cannot. */
  #openedIn(folder: string, readingOnly: StorageProblem | null, copy: Copy | null): Promise<Open | StorageProblem> {
    const { host = 'desktop', chooseFolder, backups } = this.#options
    return openedSchool({
      dataFolder: folder,
      clock: () => this.#now(),
      sessions: this.#sessions,
      lockOuts: this.#lockOuts,
      host,
      chooseFolder,
      backups: backups === true && readingOnly === null && copy === null,
      readingOnly,
      trouble: this,
      restore: (file, password) => this.restore(file, password),
      outbox: this.#contact.outbox,
      copy,
    })
  }

  async #leave(leaving: boolean): Promise<void> {
    const state = this.#state
    this.#state = { is: 'switching' }
    if (state.is === 'open') await state.school.close(leaving)
    await this.#contact.left(state.is === 'open' ? state : null)
    // Whoever was signed in signs in again.
    this.#sessions = new Sessions(this.#options.idleMinutes)
    this.#lockOuts = new LockOuts()
    if (this.#copy !== null) rmSync(this.#copy, { recursive: true, force: true })
    this.#copy = null
  }

  /** What was done about the data itself stays known in it. */
  async #note(event: string, detail: string): Promise<void> {
    if (this.#state.is !== 'open') return
    await this.database.write((db) => audit(db, this.#now(), '', event, detail))
  }

  #moment(): Moment {
    return momentOf(this.#options, this.#now())
  }

  #now(): Date {
    return this.#options.clock?.() ?? new Date()
  }
}
