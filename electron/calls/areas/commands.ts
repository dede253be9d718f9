import { z } from 'zod'
import { done } from '../../../shared/failure.ts'
import { acceptedBefore, settledIn } from '../accepting.ts'
import type { Outbox } from '../../storage/outbox.ts'
import { ownCommand, ownParts } from '../command-store.ts'
import type { Implementations } from '../implementation.ts'
import type { SentCommands } from '../sent-commands.ts'

const withSentence = z.object({ sentence: z.string() })

/**
 * @param underWay the commands that this application works on, or that wait for their turn, by their ids
 * @param sent those whose answers got lost with an earlier process
 * @param outbox those that this desk recorded without its server
 */
export function commandsImplementations(
  underWay: ReadonlyMap<string, unknown>,
  sent: SentCommands,
  outbox: Outbox | null,
): Implementations<'commands.outcome' | 'commands.unanswered'> {
  return {
    'commands.outcome': async ({ db, user }, { id }) => {
      // Asked first: one that ends meanwhile is then found among the recorded.
      const waits = underWay.has(id)
      const answer = await ownCommand(db, id, user.id)
      if (answer === undefined && waits) return done({ state: 'under_way', sentence: null })
      sent.askedAfter(id)
      const unsent = answer === undefined ? outbox?.byCommand(id) : undefined
      if (unsent?.state === 'waiting' && unsent.user_id === user.id)
        return done({ state: 'recorded', sentence: withSentence.parse(JSON.parse(unsent.answer)).sentence })
      if (answer === undefined) {
        const parts = await ownParts(db, id, user.id)
        if (parts.length === 0) return done({ state: 'not_recorded', sentence: null })
        const count = settledIn(parts)
        return done({ state: 'in_part', sentence: count === null ? null : acceptedBefore(count) })
      }
      return done({ state: 'recorded', sentence: withSentence.safeParse(answer).data?.sentence ?? null })
    },
    'commands.unanswered': async ({ user }) => done({ commands: sent.lostOf(user.id) }),
  }
}
