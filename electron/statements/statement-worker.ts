import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Statement } from '../../shared/contract/statements.ts'
import { temporaryName } from '../storage/temporary-files.ts'
import { writeArchive } from './archive-file.ts'
import type { Draft } from './draft.ts'
import { writeMail } from './mail-file.ts'
import { statementPdf } from './statement-pdf.ts'

/** What the worker is asked; each file that it writes does not exist yet. */
export type WriteRequest =
  /** to keep some for later: no message is so long that it holds up who sends it */
  | { readonly what: 'keep'; readonly statements: readonly Statement[] }
  /** a PDF of those that it keeps and of these */
  | { readonly what: 'pdf'; readonly statements: readonly Statement[]; readonly file: string }
  | { readonly what: 'mail'; readonly draft: Draft; readonly date: Date; readonly file: string }
  /** a ZIP file of these files of a folder */
  | {
      readonly what: 'archive'
      readonly folder: string
      readonly names: readonly string[]
      readonly date: Date
      readonly file: string
    }

/** What the worker is started with. */
export interface WriterData {
  readonly logo: Uint8Array | null
}

/** What it answers to each: null, or why the file could not be written. */
export type WriteAnswer = { readonly problem: string | null }

const { logo } = workerData as WriterData
const kept: Statement[] = []

parentPort?.on('message', (request: WriteRequest) => {
  void answer(request).then((problem) => parentPort?.postMessage({ problem } satisfies WriteAnswer))
})

async function answer(request: WriteRequest): Promise<string | null> {
  try {
    await write(request)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function write(request: WriteRequest): Promise<void> {
  switch (request.what) {
    case 'keep':
      kept.push(...request.statements)
      return
    case 'pdf': {
      const bytes = await statementPdf([...kept.splice(0), ...request.statements], logo)
      return writeWhole(request.file, (fresh) => writeFile(fresh, bytes, { flag: 'wx', mode: 0o600 }))
    }
    case 'mail':
      return writeWhole(request.file, (fresh) => writeMail(request.draft, request.date, fresh))
    case 'archive':
      return writeWhole(request.file, (fresh) => writeArchive(request.folder, request.names, request.date, fresh))
  }
}

/** Under its name only once it is whole: what a kill or a full disk cut off must not look like a paper. */
async function writeWhole(file: string, fill: (fresh: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already`)
  const fresh = temporaryName(file)
  try {
    await fill(fresh)
    await rename(fresh, file)
  } finally {
    await rm(fresh, { force: true })
  }
}
