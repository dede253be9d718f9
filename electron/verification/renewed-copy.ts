import { logBroken } from '../log/program-log.ts'
import type { Database } from '../storage/database.ts'
import { changeLastSeen, keepLastSeen } from '../storage/last-seen.ts'
import { StorageProblem } from '../storage/problem.ts'
import { takenOver } from './taken-over.ts'

/**
 * Brings the copy of a school that a desk keeps beside it up to the school: by the entries that came since, and where
 * that is not to be had, or something of it broke, by copying the whole. Answers which of them it was.
 */
export async function renewLastSeen(database: Database, folder: string): Promise<'entries' | 'whole'> {
  const schema = await database.schema()
  const isUpToDate = await changeLastSeen(folder, schema, (copy) =>
    database.read((school) => takenOver(school, copy)),
  ).catch((error: unknown) => {
    // Out of reach, or broken: the whole is tried, which says the same where the server is away.
    if (!(error instanceof StorageProblem)) logBroken(folder, error)
    return false
  })
  if (isUpToDate) return 'entries'
  await keepLastSeen(database, folder)
  return 'whole'
}
