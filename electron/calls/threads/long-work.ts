/** Work that goes on after its call was answered: many statements. It is known, and ended, where the application closes. */
export class LongWork {
  readonly #running = new Map<Promise<void>, () => void>()

  /** @param cancel has the work end soon, whole in itself */
  begin(work: Promise<void>, cancel: () => void): void {
    this.#running.set(work, cancel)
    void work.finally(() => this.#running.delete(work))
  }

  get busy(): boolean {
    return this.#running.size > 0
  }

  /** Cancels what runs, and resolves once it has ended. */
  async end(): Promise<void> {
    const running = [...this.#running]
    for (const [, cancel] of running) cancel()
    await Promise.allSettled(running.map(([work]) => work))
  }
}
