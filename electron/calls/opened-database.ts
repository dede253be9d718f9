import { insistOnHead, insistOnLedger, insistOnLog } from '../ledger/head-file.ts'
import { rolesAreMissing, seedRoles } from '../people/users-store.ts'
import type { Database } from '../storage/database.ts'
import { openDatabase } from '../storage/open-database.ts'
import { asFolderProblem } from '../storage/problem.ts'

/**
 * Opens the school of a data folder where it is the one that was there. Throws a StorageProblem where not, or where it
 * cannot be worked with.
 * @param readingOnly whether it is a copy that is looked at, beside which nothing is kept
 */
export async function openedDatabase(dataFolder: string, readingOnly: boolean): Promise<Database> {
  let database: Database | undefined
  try {
    if (!readingOnly) {
      await insistOnLedger(dataFolder, null)
      insistOnLog(dataFolder)
    }
    database = await openDatabase(dataFolder, { check: !readingOnly })
    await database.read((db) => insistOnLedger(dataFolder, db))
    if (!readingOnly) await database.read((db) => insistOnHead(dataFolder, db))
    // Another process may be writing for long: a start that writes nothing does not wait for it.
    if (await database.read(rolesAreMissing))
      await database.write((db) => seedRoles(db, { userId: null, now: new Date() }))
    return database
  } catch (error) {
    await database?.close()
    throw asFolderProblem(error, dataFolder)
  }
}
