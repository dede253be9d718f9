import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../storage/durable-file.ts'
import type { Move } from '../storage/moved-together.ts'
import type { ReadDb } from '../storage/database.ts'
import { holdsSchool, isEmptied, logIsLost, schoolFileIn } from '../storage/open-database.ts'
import { serverOf } from '../storage/server-folder.ts'
import { StorageProblem } from '../storage/problem.ts'
import { temporaryName } from '../storage/temporary-files.ts'
import { isInChain, readHead, type LedgerHead } from './head-store.ts'

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

/**
 * A ledger whose end is kept beside it cannot be missing, empty, shorter or another: its file was lost, or exchanged.
 * @param db null before the data file is opened, which would make a new one
 * Throws a StorageProblem that says so; what is there stays as it is.
 */
export async function insistOnLedger(dataFolder: string, db: ReadDb | null): Promise<void> {
  const kept = keptHead(dataFolder)
  if (!kept) return
  const params = { folder: dataFolder, entries: kept.number, name: basename(schoolFileIn(dataFolder)) }
  if (!db) {
    if (!holdsSchool(dataFolder)) throw new StorageProblem('missing', params)
    if (isEmptied(dataFolder)) throw new StorageProblem('empty', params)
  } else if ((await readHead(db)) === null) throw new StorageProblem('empty', params)
}

/**
 * The end that is kept must still be in the ledger: otherwise an older file was put in its place, a part of it was lost,
 * or it was rewritten. Throws a StorageProblem that says which.
 */
export async function insistOnHead(dataFolder: string, db: ReadDb): Promise<void> {
  const kept = keptHead(dataFolder)
  const there = (await readHead(db))?.number ?? 0
  if (!kept || (await isInChain(db, kept))) return
  const server = serverOf(dataFolder) ?? 'no'
  const params = { server, folder: dataFolder, entries: kept.number, name: basename(schoolFileIn(dataFolder)) }
  if (there >= kept.number) throw new StorageProblem('rewritten', params)
  throw new StorageProblem('older', { ...params, there, lost: kept.number - there })
}

/** What lost the newest part of its data cannot be worked with as if nothing were missing. Before it is opened. */
export function insistOnLog(dataFolder: string): void {
  if (!logIsLost(dataFolder)) return
  throw new StorageProblem('log_lost', { folder: dataFolder, name: basename(schoolFileIn(dataFolder)) })
}

/**
 * Keeps where the chain ends now. An end kept before must still be in the chain: otherwise the ledger was rewritten,
 * and the evidence of it stays for `verify`.
 */
export async function keepHead(dataFolder: string, db: ReadDb): Promise<void> {
  const head = await readHead(db)
  const kept = keptHead(dataFolder)
  if (!head || (kept && kept.number >= head.number)) return
  if (kept && !(await isInChain(db, kept))) return
  replaceHead(dataFolder, head)
}

/** Keeps this end, or none, and forgets the one before. */
export function replaceHead(dataFolder: string, head: LedgerHead | null): void {
  try {
    if (!head) return rmSync(join(dataFolder, FILE), { force: true })
    writeDurably(join(dataFolder, FILE), textOf(head))
  } catch {
    // Kept beside the data to find more; where it cannot be kept, verify finds what it can.
  }
}

/** The end of another ledger, written beside the one kept: the moves by which it takes its place in the same step. */
export function stagedHead(dataFolder: string, head: LedgerHead | null, now: Date): Move[] {
  if (!head) {
    const aside = `${FILE}.kept-${now.toISOString().replace(/[:.]/g, '-')}`
    return existsSync(join(dataFolder, FILE)) ? [{ from: FILE, to: aside, replaces: false }] : []
  }
  const fresh = temporaryName(join(dataFolder, FILE))
  writeDurably(fresh, textOf(head))
  return [{ from: basename(fresh), to: FILE, replaces: true }]
}

function textOf(head: LedgerHead): string {
  return `${JSON.stringify(head)}\n`
}
