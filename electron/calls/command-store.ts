import { createHash } from 'node:crypto'
import { refused, type Outcome } from '../../shared/failure.ts'
import type { Database, WriteDb } from '../storage/database.ts'

/** A command as a window sends it: the same id again is the same command. */
export interface Command {
  readonly id: string
  readonly call: string
  readonly input: unknown
  readonly now: Date
}

/** Carries the refusal out of the transaction, so that nothing of the work stays. */
class Refused extends Error {
  readonly outcome: Outcome<never>

  constructor(outcome: Outcome<never>) {
    super('refused')
    this.outcome = outcome
  }
}

/**
 * Does the work of a command once, in one transaction with its answer. The same id again, at the same moment or after
 * a restart, gives the first answer and changes nothing; with another input it is refused: command_reused. A refusal
 * leaves nothing behind and is not remembered.
 */
export async function onlyOnce(
  database: Database,
  command: Command,
  work: (db: WriteDb) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  try {
    return await database.write(async (db) => {
      const inputHash = createHash('sha256').update(JSON.stringify(command.input)).digest('hex')
      const before = await db.selectFrom('commands').selectAll().where('id', '=', command.id).executeTakeFirst()
      if (before)
        return before.call === command.call && before.input_hash === inputHash ? firstAnswer(before.answer) : reused()
      const outcome = await work(db)
      if (!outcome.ok) throw new Refused(outcome)
      await db
        .insertInto('commands')
        .values({
          id: command.id,
          call: command.call,
          input_hash: inputHash,
          answer: JSON.stringify(outcome.value),
          recorded_at: command.now.getTime(),
        })
        .execute()
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}

function firstAnswer(answer: string): Outcome<unknown> {
  return { ok: true, value: JSON.parse(answer) as unknown }
}

function reused(): Outcome<never> {
  return refused('command_reused', 'This command id was used for something else.', {
    remedy: 'Try again; the window makes a new one.',
  })
}
