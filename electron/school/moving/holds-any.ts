import { readHead } from '../../ledger/head-store.ts'
import type { Database } from '../../storage/database.ts'
import { holdsSchool, openDatabase } from '../../storage/open-database.ts'
import { StorageProblem } from '../../storage/problem.ts'

/** Works on the school of a data folder; none is made. */
export async function onOpened<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(folder, { making: false })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Whether there is a school in the place; an empty file, or a server without one, is none. */
export async function holdsAny(folder: string): Promise<boolean> {
  if (!holdsSchool(folder)) return false
  try {
    return await onOpened(folder, (database) =>
      database.read(async (db) => {
        const school = await db.selectFrom('school').select('id').executeTakeFirst()
        return school !== undefined || (await readHead(db)) !== null
      }),
    )
  } catch (error) {
    if (error instanceof StorageProblem && error.kind === 'server_empty') return false
    throw error
  }
}
