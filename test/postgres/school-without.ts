import { onTestFinished } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { deskWithout, lookAtSchool, type DeskWithout } from './desk-without.ts'
import { makeExample } from './desks.ts'
import { newDatabase, type Server } from './server.ts'
import { deskAt } from './temporary-server.ts'
import { weakNetwork, type WeakNetwork } from './weak-network.ts'

/** What an action carries that says no day and no note. */
export const HEADER = { date: null, note: '', basis: [] }

/** A school on the server, and a desk that reaches it over a network that can be cut. */
export async function schoolOverNetwork(
  server: Server,
  desks = 1,
): Promise<{ database: Database; folders: string[]; network: WeakNetwork; address: string }> {
  const { database, address } = await deskAt(newDatabase(server))
  await makeExample(database)
  const network = await weakNetwork(server.port)
  onTestFinished(() => network.close())
  const folders = Array.from({ length: desks }, () => temporaryFolder())
  for (const folder of folders) {
    leadToServer(folder, address.replace(String(server.port), String(network.port)))
    await lookAtSchool(folder)
  }
  return { database, folders, network, address }
}

/** Somebody at a desk, until the test ends. */
export async function openDesk(folder: string): Promise<DeskWithout> {
  const desk = await deskWithout(folder)
  onTestFinished(() => desk.application.close())
  return desk
}

/** A desk of its own at a school. */
export function openAt(address: string): Promise<DeskWithout> {
  const folder = temporaryFolder()
  leadToServer(folder, address)
  return openDesk(folder)
}
