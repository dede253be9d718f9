import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { temporaryName } from './temporary-files.ts'

/** For the person alone: what a school knows of people and money is nobody else's. */
export const PRIVATE = { file: 0o600, folder: 0o700 } as const

/** SHA-256 of a file, hexadecimal. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** Makes a file and its name durable: the content first, then the folder that names it. */
export function makeDurable(file: string): void {
  flush(file, 'r+')
  makeFolderDurable(dirname(file))
}

/** Makes the names in a folder durable. */
export function makeFolderDurable(folder: string): void {
  // Windows cannot open a folder; its file system makes the rename durable by itself.
  if (process.platform !== 'win32') flush(folder, 'r')
}

/** Writes a small file whole and durable, or leaves the one of this name as it was. */
export function writeDurably(file: string, text: string): void {
  const fresh = temporaryName(file)
  try {
    writeFileSync(fresh, text, { mode: PRIVATE.file })
    flush(fresh, 'r+')
    renameSync(fresh, file)
  } finally {
    rmSync(fresh, { force: true })
  }
  makeFolderDurable(dirname(file))
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const handle = openSync(path, mode)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
