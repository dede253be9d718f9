import { z } from 'zod'
import { done } from '../../shared/failure.ts'
import { ownCommand } from './command-store.ts'
import type { Implementations } from './implementation.ts'

const withSentence = z.object({ sentence: z.string() })

/** @param underWay the ids of the commands that this application works on, or that wait for their turn */
export function commandsImplementations(underWay: ReadonlySet<string>): Implementations<'commands.outcome'> {
  return {
    'commands.outcome': async ({ db, user }, { id }) => {
      // Asked first: one that ends meanwhile is then found among the recorded.
      const waits = underWay.has(id)
      const answer = await ownCommand(db, id, user.id)
      if (answer === undefined) return done({ state: waits ? 'under_way' : 'not_recorded', sentence: null })
      return done({ state: 'recorded', sentence: withSentence.safeParse(answer).data?.sentence ?? null })
    },
  }
}
