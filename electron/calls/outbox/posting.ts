import { z } from 'zod'
import { businessDate } from '../../../shared/dates.ts'
import { refused, type Failure, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { logBroken } from '../../log/program-log.ts'
import { readHead } from '../../ledger/head-store.ts'
import { audit } from '../../people/users-store.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import type { Outbox } from '../../storage/outbox.ts'
import type { OutboxRow } from '../../storage/outbox-tables.ts'
import { Closing, Occupied, StorageProblem } from '../../storage/problem.ts'
import { onlyOnce } from '../command-store.ts'
import { report } from '../dispatch.ts'
import { readEffect, sameEffect, type EntryEffect } from './effect.ts'
import { effectOf } from './effect-store.ts'
import { namesOf, namesThere, renamed } from './names.ts'
import { hasEntry, usernameOf } from './outbox-store.ts'
import { isSentLater, played } from './sent-later.ts'

const answerSchema = z.object({ entry: z.int() })
const numbersSchema = z.array(z.int())

/** What is sent, and where to. */
export interface Posting {
  readonly outbox: Outbox
  /** the school at the server */
  readonly database: Database
  readonly now: () => Date
  readonly dataFolder: string
}

/**
 * Sends what waits in the outbox in its order, each under its command's id and as who recorded it. What the rules
 * refuse now goes to the work list with the reason, and with it whatever was built on it. Ends once nothing waits;
 * throws a StorageProblem where the server cannot be worked with, and what was not sent then waits on.
 */
export async function postWaiting(posting: Posting): Promise<void> {
  for (;;) {
    const [row] = posting.outbox.waiting()
    if (!row) return
    await post(posting, row)
  }
}

async function post(posting: Posting, row: OutboxRow): Promise<void> {
  const { outbox, database, now } = posting
  const sent = await decided(posting, row)
  if (!sent.ok) {
    // The audit list of the school says so, too; the outbox must say so.
    await database.write((db) => noted(db, row, sent.failure, now()))
    outbox.refused(row.number, sent.failure, now())
    return
  }
  const { entry, there } = sent.value
  const here = readEffect(row.effect)
  // Possible only where it was at the server already, and the network went before its answer came.
  const message = sameEffect(here, there) ? null : say('unsent.sent_otherwise')
  outbox.sent(row.number, { entry, refs: JSON.stringify(namesThere(here, there)), message, at: now() })
}

interface AtServer {
  readonly entry: number
  readonly there: readonly EntryEffect[]
}

async function decided(posting: Posting, row: OutboxRow): Promise<Outcome<AtServer>> {
  const { outbox, database } = posting
  const { call } = row
  if (!isSentLater(call)) throw new Error(`${call} is in the outbox, and is not sent later`)
  const rows = outbox.upTo(row.number)
  const failed = numbersSchema
    .parse(JSON.parse(row.depends))
    .find((number) => rows.some((other) => other.number === number && other.state === 'refused'))
  if (failed !== undefined) return restsOnRefused(failed)
  const { input, restsOn } = renamed(row.input, namesOf(rows))
  if (restsOn !== null) return restsOnRefused(restsOn)
  try {
    const isTheSame = await database.read((db) => isOfThisLedger(db, row))
    return isTheSame
      ? await recordedThere(posting, row, input)
      : refused('wrong_state', say('unsent.other_ledger'), again())
  } catch (error) {
    if (error instanceof StorageProblem || error instanceof Occupied || error instanceof Closing) throw error
    // Something in the program broke: nothing of it was recorded, and what comes after it must not wait for ever.
    report(error)
    logBroken(posting.dataFolder, error)
    return refused('internal', say('refused_calls.internal'), again())
  }
}

/** The mapped input goes under the id and the content that its caller sent: sent again by a window, it is the same. */
async function recordedThere(
  { database, now }: Posting,
  row: OutboxRow,
  input: Readonly<Record<string, unknown>>,
): Promise<Outcome<AtServer>> {
  const { id, call, user_id: userId, hash } = row
  if (!isSentLater(call)) throw new Error(`${call} is not sent later`)
  const here = readEffect(row.effect)
  const command = { id, call, userId, hash, now: now() }
  const { outcome } = await onlyOnce(database, command, async (db) => {
    const before = (await readHead(db))?.number ?? 0
    const recorded = await played(db, command.now, { call, userId, input, day: businessDate(row.day) })
    if (!recorded.ok) return recorded
    const there = await effectOf(db, before, answerSchema.parse(recorded.value).entry)
    return sameEffect(here, there) ? recorded : refused('stale', say('unsent.does_otherwise'), again())
  })
  if (!outcome.ok) return outcome
  const { entry } = answerSchema.parse(outcome.value)
  // An action stands in one piece, and ends with the entry of its answer; an answer that got lost is looked up so, too.
  return { ok: true, value: { entry, there: await database.read((db) => effectOf(db, entry - here.length, entry)) } }
}

/** Whether the school at the server is the one on whose copy it was recorded. */
async function isOfThisLedger(db: ReadDb, { base_number: number, base_hash: hash }: OutboxRow): Promise<boolean> {
  return number === 0 || hasEntry(db, number, hash)
}

function restsOnRefused(number: number): Outcome<never> {
  return refused('wrong_state', say('unsent.rests_on', { number }), again())
}

function again(): { remedy: string } {
  return { remedy: say('unsent.again') }
}

async function noted(
  db: Parameters<Parameters<Database['write']>[0]>[0],
  { number, call, user_id: userId }: OutboxRow,
  { message }: Failure,
  now: Date,
): Promise<void> {
  await audit(db, now, await usernameOf(db, userId), 'unsent action refused', `${number} ${call}: ${message}`)
}
