import type { Database } from '../../storage/database.ts'
import { StorageProblem } from '../../storage/problem.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'

/**
 * Looks at the pages of a school that is too large to be looked at before it is opened: in a thread, while it is worked
 * with. At the first damage nothing is written any more, and every screen says so.
 */
export function lookAtPages(database: Database, threads: ReadingThreads, report: (error: unknown) => void): void {
  if (!database.isUnchecked()) return
  looked(database, threads).catch((error: unknown) => {
    if (!threads.closed) report(error)
  })
}

async function looked(database: Database, threads: ReadingThreads): Promise<void> {
  const answer = await threads.run('pages', new Date())
  const whole = 'failure' in answer ? answer.failure.code !== 'damaged' : answer.value === true
  if (!whole) database.stopWriting(new StorageProblem('damaged', { file: database.file }))
}
