import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** SHA-256 of a file, hexadecimal. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** Makes a file and its name durable: the content first, then the folder that names it. */
export function makeDurable(file: string): void {
  for (const path of [file, dirname(file)]) {
    // Windows cannot open a folder; its file system makes the rename durable by itself.
    if (path !== file && process.platform === 'win32') continue
    const handle = openSync(path, path === file ? 'r+' : 'r')
    fsyncSync(handle)
    closeSync(handle)
  }
}
