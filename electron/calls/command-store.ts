import { setImmediate } from 'node:timers/promises'
import { done, refused, type Failure, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { Database, ReadDb, WriteDb } from '../storage/database.ts'
import { Occupied, StorageProblem } from '../storage/problem.ts'
import { bound, type BoundCommand, type Command } from './command.ts'
import type { Prepared, PreparedParts } from './implementation.ts'

/** So long a command waits for its turn; then it is answered that nothing of it was recorded, and it is not done later. */
const PATIENCE_MS = 5_000

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
 * a restart, gives the first answer and changes nothing; from another user or with another content it is refused:
 * command_reused. A refusal leaves nothing behind and is not remembered.
 */
export async function onlyOnce<Value>(
  database: Database,
  command: BoundCommand,
  work: (db: WriteDb) => Promise<Outcome<Value>>,
): Promise<{ readonly outcome: Outcome<unknown>; readonly again: boolean }> {
  try {
    return await database.write(async (db) => {
      const before = await earlierAnswer(db, command)
      if (before) return { outcome: before, again: true }
      const outcome = await work(db)
      if (!outcome.ok) throw new Refused(outcome)
      await keepAnswer(db, command, outcome.value)
      return { outcome, again: false }
    }, PATIENCE_MS)
  } catch (error) {
    if (error instanceof Refused) return { outcome: error.outcome, again: false }
    throw error
  }
}

/** The same with work before the transaction, which is not done for a command that was recorded. */
export async function onlyOncePrepared(
  database: Database,
  sent: Command,
  prepare: () => Promise<Outcome<Prepared<unknown>>>,
): Promise<Outcome<unknown>> {
  const command = bound(sent)
  const before = await database.read((db) => earlierAnswer(db, command))
  if (before) return before
  const prepared = await prepare()
  if (!prepared.ok) return prepared
  const { value } = prepared
  if ('inThread' in value) return database.alone(() => value.inThread(command), PATIENCE_MS)
  if ('parts' in value) return inParts(database, command, value)
  const { record, recorded, undone } = value
  try {
    const { outcome, again } = await onlyOnce(database, command, record)
    if (outcome.ok && !again) await recorded?.(outcome.value)
    return outcome
  } catch (error) {
    undone?.()
    throw error
  }
}

/**
 * Each part is kept under the command's id and its place. An attempt that was broken off goes on with what is left,
 * and answers for the parts that it finds done, too.
 */
async function inParts(
  database: Database,
  command: BoundCommand,
  prepared: PreparedParts<unknown>,
): Promise<Outcome<unknown>> {
  const answers = await database.read((db) => earlierParts(db, command))
  try {
    for (const part of prepared.parts) {
      prepared.onPart?.(answers)
      const { outcome } = await onlyOnce(database, partOf(command, answers.length + 1), part)
      if (!outcome.ok) return stopped(prepared, answers, outcome.failure)
      answers.push(outcome.value)
      // A part at a time, each whole in itself: whoever else waits has a turn in between.
      await setImmediate()
    }
    prepared.onPart?.(answers)
    return (await onlyOnce(database, command, async () => done(prepared.together(answers)))).outcome
  } catch (error) {
    if (answers.length > 0 && (error instanceof StorageProblem || error instanceof Occupied))
      return stopped(prepared, answers, error.failure)
    throw error
  }
}

/** Why it stopped, and before that what was done and stays. */
function stopped(
  { stoppedAfter }: PreparedParts<unknown>,
  answers: readonly unknown[],
  failure: Failure,
): Outcome<never> {
  const before = answers.length === 0 ? undefined : stoppedAfter?.(answers)
  const message = before === undefined ? failure.message : `${before} ${failure.message}`
  return { ok: false, failure: { ...failure, message } }
}

/** The answers of the parts of a command that was broken off; empty where it had none, or was done whole. */
export function ownParts(db: ReadDb, id: string, userId: number): Promise<unknown[]> {
  return partsBefore(async (place) => {
    const answer = await ownCommand(db, `${id}/${place}`, userId)
    return answer === undefined ? undefined : { answer }
  })
}

function partOf(command: BoundCommand, place: number): BoundCommand {
  return { ...command, id: `${command.id}/${place}` }
}

function earlierParts(db: ReadDb, command: BoundCommand): Promise<unknown[]> {
  return partsBefore(async (place) => {
    const answer = await earlierAnswer(db, partOf(command, place))
    return answer?.ok ? { answer: answer.value } : undefined
  })
}

async function partsBefore(
  find: (place: number) => Promise<{ readonly answer: unknown } | undefined>,
): Promise<unknown[]> {
  const answers: unknown[] = []
  for (;;) {
    const found = await find(answers.length + 1)
    if (!found) return answers
    answers.push(found.answer)
  }
}

/** The answer to a command that this user sent; undefined where none of that id was recorded. */
export async function ownCommand(db: ReadDb, id: string, userId: number): Promise<unknown> {
  const row = await db
    .selectFrom('commands')
    .select('answer')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row && (JSON.parse(row.answer) as unknown)
}

/** The answer to a command of whomever; undefined where none of that id was recorded. */
export async function recordedAnswer(db: ReadDb, id: string): Promise<unknown> {
  const row = await db.selectFrom('commands').select('answer').where('id', '=', id).executeTakeFirst()
  return row && (JSON.parse(row.answer) as unknown)
}

async function earlierAnswer(db: ReadDb, command: BoundCommand): Promise<Outcome<unknown> | undefined> {
  const before = await db
    .selectFrom('commands')
    .select(['input_hash', 'answer'])
    .where('id', '=', command.id)
    .executeTakeFirst()
  if (!before) return undefined
  if (before.input_hash !== command.hash)
    return refused('command_reused', say('refused_calls.command_reused'), {
      remedy: say('refused_calls.command_reused_remedy'),
    })
  return done(JSON.parse(before.answer) as unknown)
}

async function keepAnswer(db: WriteDb, command: BoundCommand, answer: unknown): Promise<void> {
  await db
    .insertInto('commands')
    .values({
      id: command.id,
      call: command.call,
      user_id: command.userId,
      input_hash: command.hash,
      answer: JSON.stringify(answer),
      recorded_at: command.now.getTime(),
    })
    .execute()
}
