import { z } from 'zod'
import { refused, type Failure, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { audit } from '../../people/users-store.ts'
import type { Database, ReadDb, WriteDb } from '../../storage/database.ts'
import type { Outbox } from '../../storage/outbox.ts'
import type { BoundCommand } from '../command.ts'
import { onlyOnce, recordedAnswer } from '../command-store.ts'
import { usernameOf } from './outbox-store.ts'

const answerSchema = z.object({ ref: z.string() })

interface AtServer {
  readonly outbox: Outbox
  readonly database: Database
}

/**
 * Does again, as a new command, what the server refused of this desk's outbox, and settles it by that. Once: the outbox
 * knows of the command before it is sent, and whatever the answers that get lost, no second command goes through while
 * an earlier one of the same action was recorded. What was recorded is the command's own, whatever the person corrected.
 */
export async function doneAgain(
  { outbox, database }: AtServer,
  number: number,
  command: BoundCommand,
  work: (db: WriteDb) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const { id, now } = command
  const by = command.userId ?? 0
  const row = outbox.byNumber(number)
  if (row?.state !== 'refused') return refused('not_found', say('unsent.no_such_refused', { number }))
  const isKnown = row.repeated_id === id || outbox.repeatsOf(number).some((repeat) => repeat.id === id)
  if (row.settled_at !== null && !isKnown) return refused('wrong_state', say('unsent.settled_already', { number }))
  outbox.repeating(number, { id, by })
  const others = outbox.repeatsOf(number).filter((repeat) => repeat.id !== id)
  const { outcome, again } = await onlyOnce(database, command, async (db) => {
    for (const other of others)
      if ((await recordedAnswer(db, other.id)) !== undefined)
        return refused('wrong_state', say('unsent.repeated_already', { number }))
    const outcomeThere = await work(db)
    if (outcomeThere.ok)
      await audit(
        db,
        now,
        await usernameOf(db, by),
        'unsent action done again',
        `${number}: ${refOf(outcomeThere.value)}`,
      )
    return outcomeThere
  })
  // The id of some other command: that one did not do this again.
  if (again && !isKnown) return refused('command_reused', say('refused_calls.command_reused'))
  if (outcome.ok) settleBy(outbox, number, { id, by, answer: outcome.value, at: now })
  return outcome
}

/** Settles what was done again by a command whose answer never came back to this desk. */
export async function settleDoneAgain(outbox: Outbox, db: ReadDb, now: Date): Promise<void> {
  for (const number of outbox.begunAgain()) {
    for (const { id, by } of outbox.repeatsOf(number)) {
      const answer = await recordedAnswer(db, id)
      if (answer !== undefined) settleBy(outbox, number, { id, by, answer, at: now })
    }
  }
}

/** Why nothing is done again while the server is out of reach: whether an earlier attempt came through is not known. */
export function againNeedsServer(): Failure {
  return { code: 'busy', message: say('unsent.again_needs_server'), remedy: say('unsent.needs_server_remedy') }
}

function settleBy(
  outbox: Outbox,
  number: number,
  { answer, ...command }: { readonly id: string; readonly by: number; readonly answer: unknown; readonly at: Date },
): void {
  const note = say('unsent.repeated_as', { ref: refOf(answer) })
  outbox.repeated(number, JSON.stringify(answer), { ...command, note })
}

/** An answer that was erased with somebody's data names nothing any more. */
function refOf(answer: unknown): string {
  return answerSchema.safeParse(answer).data?.ref ?? ''
}
