import { z } from 'zod'
import type { OutboxStanding, UnsentAction } from '../../../shared/contract/outbox.ts'
import { businessDate } from '../../../shared/dates.ts'
import { done, refused, type Failure } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { audit } from '../../people/users-store.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import type { Outbox } from '../../storage/outbox.ts'
import type { OutboxRow } from '../../storage/outbox-tables.ts'
import type { StorageProblem } from '../../storage/problem.ts'
import type { Implementations } from '../implementation.ts'
import { settleDoneAgain } from '../outbox/again.ts'
import { namesByNow, renamed, takenBackOf, type Names } from '../outbox/names.ts'
import { customerName, paymentOf, userNames } from '../outbox/outbox-store.ts'
import { isSentLater } from '../outbox/sent-later.ts'

const MOST_SHOWN = 500
const answerSchema = z.object({ ref: z.string(), sentence: z.string() })
const refSchema = z.object({ ref: z.string() })
const refsSchema = z.record(z.string(), z.string())

/** Since when a desk works without its server, and on what. */
export interface WithoutServer {
  readonly since: Date
  /** when the copy was the school */
  readonly asOf: Date | null
  /** why what waits is not sent, though the server was reached; null while it is out of reach */
  problem: StorageProblem | null
}

export function outboxImplementations(
  outbox: Outbox | null,
  database: Database,
): Implementations<'outbox.list' | 'outbox.settle'> {
  return {
    'outbox.list': async ({ now }) => {
      if (!outbox) return done({ rows: [] })
      const rows = await database.read(async (db) => {
        await settleDoneAgain(outbox, db, now)
        return shownRows(db, outbox)
      })
      return done({ rows })
    },
    'outbox.settle': async ({ user, now }, { number, note }) => {
      if (outbox) await database.read((db) => settleDoneAgain(outbox, db, now))
      const row = outbox?.byNumber(number)
      if (!outbox || row?.state !== 'refused') return refused('not_found', say('unsent.no_such_refused', { number }))
      if (row.settled_at !== null)
        return refused('wrong_state', say('unsent.settled_already', { number }), { field: 'note' })
      outbox.settle(number, { by: user.id, note, at: now })
      await database.write((db) => audit(db, now, user.username, 'unsent action settled', `${number}: ${note}`))
      return done({})
    },
  }
}

/** Why the drawer is not closed: what was taken in at this desk must be in the ledger, or be looked at. Null: nothing. */
export function hindersClosing(outbox: Outbox | null): Failure | null {
  const { waiting, refused: open } = outbox?.counts() ?? { waiting: 0, refused: 0 }
  if (waiting + open === 0) return null
  const message = waiting > 0 ? say('unsent.closing_waits', { waiting }) : say('unsent.closing_open', { open })
  return { code: 'wrong_state', message, remedy: say('unsent.closing_remedy') }
}

/** What the windows of a desk are told; null where it never recorded anything without its server. */
export function standingOf(outbox: Outbox | null, without: WithoutServer | null): OutboxStanding | null {
  if (!outbox) return null
  const counts = outbox.counts()
  if (!without && outbox.isEmpty()) return null
  return {
    since: without?.since.toISOString() ?? null,
    asOf: without?.asOf?.toISOString() ?? null,
    problem: without?.problem?.failure.message ?? null,
    ...counts,
    matters: without !== null || counts.waiting + counts.refused > 0,
  }
}

async function shownRows(db: ReadDb, outbox: Outbox): Promise<UnsentAction[]> {
  const users = await userNames(db)
  const shown: UnsentAction[] = []
  const rows = outbox.list(MOST_SHOWN)
  const names = namesByNow(outbox.upTo(Math.max(0, ...rows.map(({ number }) => number))))
  for (const row of rows) {
    const { ref, sentence } = answerSchema.parse(JSON.parse(row.answer))
    const { customer: number } = row
    const there = row.refs === null ? null : (refsSchema.parse(JSON.parse(row.refs))[ref] ?? null)
    shown.push({
      number: row.number,
      recordedAt: new Date(row.recorded_at).toISOString(),
      by: users.get(row.user_id) ?? '',
      sentence,
      customer: number === '' ? null : { number, name: await customerName(db, number) },
      state: row.settled_at !== null ? 'settled' : row.state === 'taken_back' ? 'settled' : row.state,
      at: row.at === null ? null : new Date(row.at).toISOString(),
      ref,
      there,
      reason: row.message === null ? null : `${row.message} ${row.remedy ?? ''}`.trim(),
      sent: await sentOf(db, names, row),
      repeatedAs:
        row.repeated_answer === null ? null : (refSchema.safeParse(JSON.parse(row.repeated_answer)).data?.ref ?? null),
      settled: row.settled_note === null ? null : { by: users.get(row.settled_by ?? 0) ?? '', note: row.settled_note },
    })
  }
  return shown
}

/** What was sent, by the server's names; null where it is no matter of doing it again, or where it names what is not there. */
async function sentOf(db: ReadDb, names: Names, row: OutboxRow): Promise<UnsentAction['sent']> {
  const { call, state } = row
  if (state !== 'refused' || !isSentLater(call)) return null
  if (row.settled_at !== null && row.repeated_id === null) return null
  const { input, restsOn } = renamed(row.input, names)
  if (restsOn !== null) return null
  const paid = takenBackOf(input)
  const payment = paid === undefined ? null : await paymentOf(db, paid)
  if (paid !== undefined && payment === null) return null
  return { call, input, day: businessDate(row.day), payment }
}
