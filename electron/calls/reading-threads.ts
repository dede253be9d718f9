import { Worker } from 'node:worker_threads'
import { workerFile } from '../storage/worker-file.ts'
import type { ThreadAnswer, ThreadTask } from './reading-worker.ts'

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

  /** Reads in a thread. Throws where the reading does, and where the threads are closed meanwhile. */
  async run(reading: ThreadTask['reading'], now: Date): Promise<ThreadAnswer> {
    if (this.#closed) throw new Error('the application is closed')
    const task: ThreadTask = { dataFolder: this.#dataFolder, now, reading }
    const worker = new Worker(workerFile('reading-worker', import.meta.dirname), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.#working.add(worker)
    try {
      return await new Promise<ThreadAnswer>((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', () => reject(new Error('the reading was stopped')))
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
