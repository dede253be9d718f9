import { join } from 'node:path'
import { businessDateAt } from '../../../shared/dates.ts'
import { lastIssued } from '../../statements/batch-store.ts'
import { StatementBatch } from '../../statements/batch.ts'
import type { Database } from '../../storage/database.ts'
import { within, type BenchLine } from './line.ts'
import { noTimes, sum, timeOnce } from './timing.ts'

const MOST = 1_000

/** A thousand statements of a page, as one PDF; fewer where there are not so many packages. */
export async function paperLines(database: Database, folder: string): Promise<BenchLine[]> {
  const rows = await database.read((db) =>
    // The long history would be a book of its own.
    db.selectFrom('customer_packages').select('ref').where('id', '>', 1).orderBy('id').limit(MOST).execute(),
  )
  const now = new Date()
  const batch = new StatementBatch(database, {
    refs: rows.map(({ ref }) => ref),
    asOf: null,
    from: null,
    inWords: false,
    short: false,
    drafts: false,
    form: 'one',
    folder: join(folder, 'statements'),
    userId: null,
    after: await database.read(lastIssued),
    now,
    today: businessDateAt(now, 'UTC'),
  })
  const times = noTimes()
  await timeOnce(times, () => batch.run())
  const { state, problem } = batch.progress
  if (state !== 'finished') throw new Error(problem ?? 'no statements were written')
  return [within('statements', sum(times.wall) / 1_000, 10, 's', { count: rows.length })]
}
