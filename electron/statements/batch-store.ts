import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { BatchProgress } from '../../shared/contract/statements/batch.ts'
import type { ReadDb } from '../storage/database.ts'
import type { BatchOrder } from './batch-order.ts'
import { archiveName } from './batch-archive.ts'
import { statementFileName } from './file-name.ts'
import { issuedStatement, numberOf } from './issued-store.ts'

const aboutSchema = z.object({ about: z.object({ of: z.literal('package'), ref: z.string() }) })

/** The numbers that a batch has issued already, by the customer package. */
export async function issuedBy(db: ReadDb, { now, userId, after }: BatchOrder): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('statements')
    .select(['id', 'about'])
    .where('id', '>', after)
    .where('issued_at', '=', now.getTime())
    .where('user_id', userId === null ? 'is' : '=', userId)
    .execute()
  const numbers = new Map<string, string>()
  for (const { id, about } of rows) {
    const of = aboutSchema.safeParse(JSON.parse(about))
    if (of.success) numbers.set(of.data.about.ref, numberOf(id))
  }
  return numbers
}

/** So many papers that are missing are named; of more it is said how many there are. */
const MOST_NAMED = 50

/** How far a batch came that was broken off: a kill, or a full disk. Only papers that are there count. */
export async function brokenOff(db: ReadDb, order: BatchOrder): Promise<BatchProgress> {
  const numbers = [...(await issuedBy(db, order)).values()]
  const papers: BatchProgress['papers'] = []
  let missing = 0
  for (const number of numbers) {
    const issued = await issuedStatement(db, number)
    if (issued.ok && order.form !== 'one' && existsSync(join(order.folder, statementFileName(issued.value, 'pdf'))))
      continue
    missing += 1
    if (papers.length < MOST_NAMED) papers.push({ number, customer: issued.ok ? issued.value.customer.name : '' })
  }
  return {
    done: numbers.length - missing,
    total: order.refs.length,
    state: 'broken_off',
    into: shownPlace(order),
    problem: null,
    missing,
    papers,
    archive: null,
    drafts: null,
  }
}

/** Where a person finds them: what lies in the data folder until it is packed is nobody's place. */
export function shownPlace(order: BatchOrder): string {
  return order.form === 'zip' ? archiveName(order) : order.folder
}

/** The last statement that was issued; 0 where none was. */
export async function lastIssued(db: ReadDb): Promise<number> {
  const row = await db.selectFrom('statements').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? 0
}
