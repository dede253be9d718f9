import { lastSeenAt } from '../storage/last-seen.ts'
import { StorageProblem } from '../storage/problem.ts'

const shownTime = (at: Date) => at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** What is shown in the place of a school on a server is marked with the time when it was so. */
export function asLastSeen(dataFolder: string, problem: StorageProblem): StorageProblem {
  const at = lastSeenAt(dataFolder)
  if (at === null) return problem
  return new StorageProblem('server_copy', { reason: problem.failure.message, time: shownTime(at) })
}
