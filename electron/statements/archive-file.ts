import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Zip, ZipDeflate } from 'fflate'

/** What a PDF holds is packed already; in a mail it is written out as text. */
const LEVEL = { pdf: 0, other: 1 } as const

/** Packs files of a folder into a new ZIP file, a piece of one after the other. Fails where the file exists. */
export async function writeArchive(folder: string, names: readonly string[], date: Date, file: string): Promise<void> {
  await pipeline(() => packed(folder, names, date), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
}

async function* packed(folder: string, names: readonly string[], date: Date): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = []
  const zip = new Zip((problem, piece) => {
    if (problem) throw problem
    waiting.push(piece)
  })
  for (const name of names) {
    const entry = new ZipDeflate(name, { level: name.endsWith('.pdf') ? LEVEL.pdf : LEVEL.other })
    entry.mtime = date
    zip.add(entry)
    for await (const piece of createReadStream(join(folder, name))) {
      entry.push(piece as Buffer)
      yield* waiting.splice(0)
    }
    entry.push(new Uint8Array(0), true)
    yield* waiting.splice(0)
  }
  zip.end()
  yield* waiting.splice(0)
}
