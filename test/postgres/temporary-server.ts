import { onTestFinished } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { newDatabase, runServer } from './server.ts'

/** A desk at a school on the run's server: a new one, or that of an address. */
export async function deskAt(address?: string): Promise<{ database: Database; folder: string; address: string }> {
  const place = address ?? newDatabase(await runServer())
  const folder = temporaryFolder()
  leadToServer(folder, place)
  const database = await openDatabase(folder)
  onTestFinished(() => database.close())
  return { database, folder, address: place }
}
