import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PRIVATE, writeDurably } from './durable-file.ts'
import { StorageProblem } from './problem.ts'

/**
 * A desk's folder beside a school that lies on a server: everything that stands beside a school in its data folder is
 * here, and this file says where the school is. It never holds a password.
 */
const FILE = 'server.json'

const schema = z.object({ address: z.string() })

/** The address of the server that keeps the school of a data folder; null where the folder keeps it itself. */
export function serverOf(folder: string): string | null {
  const file = join(folder, FILE)
  if (!existsSync(file)) return null
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8'))).address
  } catch {
    throw new StorageProblem('server_address', { folder, name: FILE })
  }
}

/** Makes a folder the desk's place beside a school on a server. */
export function leadToServer(folder: string, address: string): void {
  if (serverOf(folder) === address) return
  mkdirSync(folder, { recursive: true, mode: PRIVATE.folder })
  writeDurably(join(folder, FILE), `${JSON.stringify({ address })}\n`)
}
