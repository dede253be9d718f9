import { Worker } from 'node:worker_threads'
import { Closing } from '../../storage/problem.ts'
import { workerFile } from '../../storage/worker-file.ts'
import type { Outcome } from '../../../shared/failure.ts'
import type { Progress } from '../../verification/made-again.ts'
import type { ThreadAnswer, ThreadTask } from './reading-worker.ts'
import type { ThreadWrite } from './thread-writes.ts'
import type { Stage, WriteTask } from './writing-worker.ts'

/** What is read lives briefly: with more room for it, less time goes into clearing it away. */
const YOUNG_MB = 64

/** A thread that read waits so long for the next reading: loading its code takes longer than most readings. */
const WAITS_MILLISECONDS = 10_000

/** Readings that take long, each in a thread with its own connection: windows are answered meanwhile. */
export class ReadingThreads {
  readonly #dataFolder: string
  readonly #working = new Set<Worker>()
  /** the one that waits for the next reading, and what says that its waiting ended */
  #waiting: { readonly worker: Worker; readonly ended: AbortController } | undefined
  #closed = false

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder
  }

  /** Whether what was being read was stopped. */
  get closed(): boolean {
    return this.#closed
  }

  /**
   * Reads in a thread. Throws where the reading does, and where the threads are closed meanwhile.
   * @param progress of what goes through the log
   */
  async run(reading: ThreadTask['reading'], now: Date, progress: Progress = () => undefined): Promise<ThreadAnswer> {
    const task: ThreadTask = { dataFolder: this.#dataFolder, now, reading }
    if (this.#closed) throw new Closing()
    const worker = this.#taken() ?? started('reading-worker')
    const answer = (await this.#answered(worker, task, progress)) as ThreadAnswer
    this.#keep(worker)
    return answer
  }

  /**
   * Does the work of a command in a thread, which writes through a connection of its own. Throws as it does. What it
   * took of memory goes with the thread.
   */
  async write(write: ThreadWrite, onProgress: (stage: Stage) => void): Promise<Outcome<unknown>> {
    const task: WriteTask = { dataFolder: this.#dataFolder, write }
    if (this.#closed) throw new Closing()
    const worker = started('writing-worker')
    const answer = (await this.#answered(worker, task, onProgress)) as { readonly value: Outcome<unknown> }
    void worker.terminate()
    return answer.value
  }

  /** Gives a thread its task; resolves with what it says at last. */
  async #answered<SoFar>(worker: Worker, task: unknown, onProgress: (soFar: SoFar) => void): Promise<object> {
    const heard = new AbortController()
    this.#working.add(worker)
    try {
      return await new Promise<object>((resolve, reject) => {
        listen(worker, heard.signal, {
          message: (said: object | { readonly soFar: SoFar }) => {
            if ('soFar' in said) onProgress(said.soFar)
            else resolve(said)
          },
          error: reject,
          exit: () => reject(this.#closed ? new Closing() : new Error('a thread ended without an answer')),
        })
        // A thread's port has no origin to name.
        // eslint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage(task)
      })
    } finally {
      heard.abort()
      this.#working.delete(worker)
    }
  }

  #taken(): Worker | undefined {
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.ended.abort()
    waiting?.worker.ref()
    return waiting?.worker
  }

  /** Has a thread wait for the next reading; one that waits already is enough. */
  #keep(worker: Worker): void {
    if (this.#closed || this.#waiting) return void worker.terminate()
    const ended = new AbortController()
    this.#waiting = { worker, ended }
    const end = setTimeout(() => void this.#taken()?.terminate(), WAITS_MILLISECONDS)
    ended.signal.addEventListener('abort', () => clearTimeout(end))
    // Nobody is held up by one that waits, and what ends it is nobody's trouble.
    end.unref()
    worker.unref()
    const forget = () => void this.#taken()
    listen(worker, ended.signal, { message: () => undefined, error: forget, exit: forget })
  }

  /** Stops what is still being read. */
  async close(): Promise<void> {
    this.#closed = true
    const waiting = this.#taken()
    await Promise.all([...this.#working, ...(waiting ? [waiting] : [])].map((worker) => worker.terminate()))
  }
}

function started(file: string): Worker {
  return new Worker(workerFile(file, import.meta.dirname), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
}

interface Heard<Message> {
  readonly message: (message: Message) => void
  readonly error: (error: unknown) => void
  readonly exit: () => void
}

/** Listens to a thread until a signal; what the thread listens to itself stays. */
function listen<Message>(worker: Worker, until: AbortSignal, { message, error, exit }: Heard<Message>): void {
  worker.on('message', message).on('error', error).on('exit', exit)
  until.addEventListener('abort', () => worker.off('message', message).off('error', error).off('exit', exit))
}
