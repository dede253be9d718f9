import { z } from 'zod'
import type { OutboxStanding, UnsentAction } from '../../../shared/contract/outbox.ts'
import { done, refused, type Failure } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { audit } from '../../people/users-store.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import type { Outbox, OutboxRow } from '../../storage/outbox.ts'
import type { StorageProblem } from '../../storage/problem.ts'
import type { Implementations } from '../implementation.ts'
import { customerName, userNames } from '../outbox/outbox-store.ts'

const MOST_SHOWN = 500
const answerSchema = z.object({ ref: z.string(), sentence: z.string() })
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
    'outbox.list': async () => {
      const rows = outbox?.list(MOST_SHOWN) ?? []
      return done({ rows: await database.read((db) => shownRows(db, rows)) })
    },
    'outbox.settle': async ({ user, now }, { number, note }) => {
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

async function shownRows(db: ReadDb, rows: readonly OutboxRow[]): Promise<UnsentAction[]> {
  const users = await userNames(db)
  const shown: UnsentAction[] = []
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
      settled: row.settled_note === null ? null : { by: users.get(row.settled_by ?? 0) ?? '', note: row.settled_note },
    })
  }
  return shown
}
