import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../storage/durable-file.ts'

const FILE = 'papers.json'
const settingsSchema = z.object({ folder: z.string().nullable() })

/** Which host shows the window: the desktop application, or a browser on the same computer. */
export type HostKind = 'desktop' | 'browser'

/** The folder that an administrator has settled for papers; null where none has, or where the file is broken. */
export function papersFolder(dataFolder: string): string | null {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8'))).folder
  } catch {
    return null
  }
}

export function settlePapersFolder(dataFolder: string, folder: string | null): void {
  writeDurably(join(dataFolder, FILE), `${JSON.stringify({ folder })}\n`)
}

/** Where papers go when nobody says: what was settled; else where a person looks, who works in that host. */
export function usualFolder(dataFolder: string, host: HostKind): string {
  const settled = papersFolder(dataFolder)
  if (settled !== null) return settled
  const own = host === 'browser' ? downloadsFolder() : join(homedir(), 'Documents')
  return existsSync(own) ? own : homedir()
}

export function downloadsFolder(): string {
  return join(homedir(), 'Downloads')
}
