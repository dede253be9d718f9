import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolderDurable, PRIVATE, writeDurably } from './durable-file.ts'
import { StorageProblem } from './problem.ts'
import { addressText, readAddress, type ServerAddress } from './server-address.ts'
import { leadToServer } from './server-folder.ts'

/**
 * The server at which a desk works that is started with a data folder: somebody chose it in the window. It never holds a
 * password. The folder's own school stays where it is; what stands beside the other one has a folder of its own below.
 */
const CHOICE = 'place.json'
const schema = z.object({ server: z.string() })
/** Desks at schools on servers have their folders in one. */
export const DESKS = 'desks'

/** The address that was chosen for a data folder; null where its desk works at what the folder itself holds. */
export function chosenServer(home: string): string | null {
  const file = join(home, CHOICE)
  if (!existsSync(file)) return null
  try {
    const { server } = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    if (typeof readAddress(server) !== 'string') return server
  } catch {
    // Said below, as an address that is none.
  }
  throw new StorageProblem('server_address', { folder: home, name: CHOICE })
}

/** Chooses where the desk of a data folder works from the next opening on; null: at what the folder holds. */
export function chooseServer(home: string, address: ServerAddress | null): void {
  const file = join(home, CHOICE)
  if (address === null) {
    rmSync(file, { force: true })
    makeFolderDurable(home)
    return
  }
  mkdirSync(home, { recursive: true, mode: PRIVATE.folder })
  writeDurably(file, `${JSON.stringify({ server: addressText(address) })}\n`)
}

/** The folder in which a desk works that is started with a data folder: that one, or its own at the chosen server. */
export function placeOf(home: string): string {
  const chosen = chosenServer(home)
  const address = chosen === null ? null : readAddress(chosen)
  return address === null || typeof address === 'string' ? home : deskFolder(join(home, DESKS), address)
}

/** The folder of this desk at a school on a server; made where it is not there. */
export function deskFolder(desks: string, address: ServerAddress): string {
  const folder = join(desks, deskName(address))
  leadToServer(folder, addressText(address))
  return folder
}

/** A name that a person recognises, and no other address has. */
function deskName(address: ServerAddress): string {
  const words = `${address.host} ${address.database}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
  return `${words}-${createHash('sha256').update(addressText(address)).digest('hex').slice(0, 8)}`
}
