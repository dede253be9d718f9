import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LedgerHead } from './verify-chain.ts'

const FILE = 'ledger-head.json'

const headSchema = z.object({ number: z.int().min(1), hash: z.string().length(64) })

/** Where the chain ended when it was last seen, kept outside the database; null where nothing is kept. */
export function keptHead(dataFolder: string): LedgerHead | null {
  try {
    return headSchema.parse(JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8')))
  } catch {
    return null
  }
}

/** Keeps where the chain ends now, unless another process has kept a later end. A folder that refuses it loses nothing. */
export function keepHead(dataFolder: string, head: LedgerHead | null): void {
  const kept = keptHead(dataFolder)
  if (!head || (kept && kept.number >= head.number)) return
  replaceHead(dataFolder, head)
}

/** Keeps this end and forgets the one before: only for a restored backup. */
export function replaceHead(dataFolder: string, head: LedgerHead): void {
  try {
    const fresh = join(dataFolder, `${FILE}.${process.pid}`)
    writeFileSync(fresh, `${JSON.stringify(head)}\n`)
    renameSync(fresh, join(dataFolder, FILE))
  } catch {
    // Kept beside the data to find more; where it cannot be kept, verify finds what it can.
  }
}
