import { say } from '../../../shared/words/say.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { StorageProblem } from '../../storage/problem.ts'
import { verifySchool, type Verification } from '../../verification/verification.ts'

/** What verify says of the school in a folder; null where its file is not one of a school, or cannot be read. */
export async function verifyFolder(folder: string): Promise<Verification | null> {
  try {
    const database = await openDatabase(folder)
    try {
      return await verifySchool(database, null)
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof StorageProblem && error.failure.code === 'damaged') return null
    throw error
  }
}

/** What is wrong first, in words; null where nothing is. */
export function firstFinding(verification: Verification | null): string | null {
  if (!verification) return say('backups.no_school')
  if (verification.ok) return null
  return verification.checks.flatMap(({ findings }) => findings)[0]?.message ?? say('backups.no_school')
}
