import { existsSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallOutput } from '../../shared/contract/index.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { keptOrder, type BatchOrder } from './batch-order.ts'

/** Some pages of a paper at a time: a large file is never in one answer. */
const PIECE_BYTES = 1_500_000
const ARCHIVE = /^statements-\d+\.zip$/

/** Where the papers of a ZIP file lie until it is made of them: in the data folder, where nobody else reads. */
export function archivePapers(dataFolder: string): string {
  return join(dataFolder, 'statements-under-way')
}

/** By this the window asks for the ZIP file of a batch, and for no other. */
export function archiveKey({ now }: Pick<BatchOrder, 'now'>): string {
  return String(now.getTime())
}

export function archiveFile(dataFolder: string, key: string): string {
  return join(dataFolder, `statements-${key}.zip`)
}

/** What a person sees as its name. */
export function archiveName({ asOf, today }: Pick<BatchOrder, 'asOf' | 'today'>): string {
  return say('statement_batches.archive_name', { day: asOf ?? today })
}

/** The ZIP files that were made; they hold what the school knows of people, and stay no longer than they are wanted. */
export function clearArchives(dataFolder: string): void {
  // A folder that was moved away takes them along.
  if (!existsSync(dataFolder)) return
  for (const name of readdirSync(dataFolder)) if (ARCHIVE.test(name)) rmSync(join(dataFolder, name), { force: true })
}

export function clearArchivePapers(dataFolder: string): void {
  rmSync(archivePapers(dataFolder), { recursive: true, force: true })
}

/** Where a school is opened or closed: no window can ask for what was made before; what can be finished stays. */
export function clearLeftArchives(dataFolder: string): void {
  clearArchives(dataFolder)
  if (keptOrder(dataFolder)?.form !== 'zip') clearArchivePapers(dataFolder)
}

/** A piece of a ZIP file, from a byte on. Refused: not_found. */
export async function archivePiece(
  dataFolder: string,
  key: string,
  from: number,
): Promise<Outcome<CallOutput<'statements.archivePiece'>>> {
  const file = /^\d+$/.test(key) ? archiveFile(dataFolder, key) : ''
  const handle = await open(file, 'r').catch(() => undefined)
  if (handle === undefined) return gone()
  try {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(PIECE_BYTES), position: from })
    const next = from + bytesRead < (await handle.stat()).size ? from + bytesRead : null
    return done({ content: buffer.toString('base64', 0, bytesRead), next })
  } finally {
    await handle.close()
  }
}

function gone(): Outcome<never> {
  return refused('not_found', say('statement_batches.archive_gone'), {
    remedy: say('statement_batches.archive_gone_remedy'),
  })
}
