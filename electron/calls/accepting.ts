import { z } from 'zod'
import { say } from '../../shared/words/say.ts'

const settledSchema = z.object({ settled: z.int() })

/** How many matches the parts of an accepting have settled; null where these are parts of something else. */
export function settledIn(parts: readonly unknown[]): number | null {
  const settled = z.array(settledSchema).safeParse(parts)
  return settled.success ? settled.data.reduce((sum, part) => sum + part.settled, 0) : null
}

export function acceptedBefore(count: number): string {
  return say('reconcile.accepted_before', { count })
}

/** How far an accepting of all exact matches is, while it goes on: each part is whole in itself. */
export class Accepting {
  #progress: { readonly done: number; readonly total: number } | null = null

  get progress() {
    return this.#progress
  }

  /** Is told of the parts as they are done. */
  of(total: number) {
    return {
      onPart: (parts: readonly unknown[]) => {
        const settled = settledIn(parts) ?? 0
        this.#progress = settled < total ? { done: settled, total } : null
      },
      stoppedAfter: (parts: readonly unknown[]) => {
        this.#progress = null
        return acceptedBefore(settledIn(parts) ?? 0)
      },
    }
  }
}
