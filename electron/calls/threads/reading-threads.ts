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

/** Readings that take long, each in a thread of its own with its own connection: windows are answered meanwhile. */
export class ReadingThreads {
  readonly #dataFolder: string
  readonly #working = new Set<Worker>()
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
    return (await this.#answered('reading-worker', task, progress)) as ThreadAnswer
  }

  /** Does the work of a command in a thread, which writes through a connection of its own. Throws as it does. */
  async write(write: ThreadWrite, onProgress: (stage: Stage) => void): Promise<Outcome<unknown>> {
    const task: WriteTask = { dataFolder: this.#dataFolder, write }
    const answer = (await this.#answered('writing-worker', task, onProgress)) as { readonly value: Outcome<unknown> }
    return answer.value
  }

  async #answered<SoFar>(file: string, task: unknown, onProgress: (soFar: SoFar) => void): Promise<object> {
    if (this.#closed) throw new Closing()
    const worker = new Worker(workerFile(file, import.meta.dirname), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.#working.add(worker)
    try {
      return await new Promise<object>((resolve, reject) => {
        worker.on('message', (said: object | { readonly soFar: SoFar }) => {
          if ('soFar' in said) onProgress(said.soFar)
          else resolve(said)
        })
        worker.once('error', reject)
        worker.once('exit', () => reject(this.#closed ? new Closing() : new Error('a thread ended without an answer')))
      })
    } finally {
      this.#working.delete(worker)
    }
  }

  /** Stops what is still being read. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#working].map((worker) => worker.terminate()))
  }
}
