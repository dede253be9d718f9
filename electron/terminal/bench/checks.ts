import { createHash } from 'node:crypto'
import { verifySchool } from '../../verification/verification.ts'
import { logEntries } from '../../verification/log-entries.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import { times, type BenchLine } from './line.ts'
import { median, noTimes, timeOnce } from './timing.ts'

const RUNS = 3

/** A verification beside what it cannot do without: one grouping of the postings, and a hash over every entry. */
export async function checkLines(database: Database): Promise<BenchLine[]> {
  const [whole, bare] = [noTimes(), noTimes()]
  for (let run = 0; run < RUNS; run++) {
    await timeOnce(bare, () => database.read(groupedAndHashed))
    if (run === 0) {
      const { ok } = await timeOnce(whole, () => verifySchool(database, null))
      if (!ok) throw new Error('the bench school does not verify')
    }
  }
  return [
    times('verify', median(whole.wall), median(bare.wall), 1.5, 'ms'),
    times('verify_cpu', median(whole.cpu), median(bare.cpu), 1.5, 'ms'),
  ]
}

async function groupedAndHashed(db: ReadDb): Promise<void> {
  await db
    .selectFrom('postings')
    .select('account_id')
    .select(({ fn }) => [fn.sum('quantity').as('quantity'), fn.sum('amount').as('amount')])
    .groupBy('account_id')
    .execute()
  let hash: Uint8Array = new Uint8Array(32)
  for await (const entries of logEntries(db))
    for (const { content } of entries) hash = createHash('sha256').update(hash).update(JSON.stringify(content)).digest()
}
