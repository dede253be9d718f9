import { holdsSchool } from '../electron/storage/open-database.ts'
import { leadToServer } from '../electron/storage/server-folder.ts'
import { newDatabase, runServer } from './postgres/server.ts'

/** Runs the same tests on the other engine, by one switch: an empty folder then leads to a new school on the run's server. */
export async function onTestEngine(folder: string): Promise<void> {
  if (process.env['BLOCKTIME_TEST_ENGINE'] !== 'postgres' || holdsSchool(folder)) return
  leadToServer(folder, newDatabase(await runServer()))
}
