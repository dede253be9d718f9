import { keepHead } from '../../ledger/head-file.ts'
import type { Database } from '../../storage/database.ts'

const AFTER_MS = 1_000

/**
 * A database that keeps its ledger's end outside of it soon after each write: where a newer part of the data is lost
 * later, the next start can tell. Not with each commit: that would cost every posting, and a second is little.
 */
export function keepingHead(database: Database, dataFolder: string): { database: Database; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    timer = undefined
    // What stops the reading is told by the next call; there is nobody here to tell.
    database.read((db) => keepHead(dataFolder, db)).catch(() => undefined)
  }
  const keepSoon = () => (timer ??= setTimeout(keep, AFTER_MS).unref())
  const write: Database['write'] = async (work, patience) => {
    const answer = await database.write(work, patience)
    keepSoon()
    return answer
  }
  const alone: Database['alone'] = async (work, patience) => {
    const answer = await database.alone(work, patience)
    keepSoon()
    return answer
  }
  const watched = Object.assign(Object.create(database) as Database, { write, alone })
  return { database: watched, stop: () => clearTimeout(timer) }
}
