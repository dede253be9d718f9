import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { exportHledger } from '../../school/journal/export-hledger.ts'
import type { Database } from '../../storage/database.ts'
import { quicker, times, within, type BenchLine } from './line.ts'
import type { Part } from './parts.ts'
import { median } from './timing.ts'

const STARTS = 7
/** How many times as quick as its peers the program must be. They are not waited for once that is shown. */
const QUICKER = 300
const SHOWN = 1.05 * QUICKER

/** Whole processes: a start beside a bare one, the memory of a serving one, all balances beside other programs. */
export async function processLines(database: Database, dataFolder: string, folder: string): Promise<BenchLine[]> {
  const started: number[] = []
  const bare: number[] = []
  for (let run = 0; run < STARTS; run++) {
    bare.push(timed(process.execPath, ['-e', '0']).milliseconds)
    started.push(ownPart('start', dataFolder).milliseconds)
  }
  const memory = Number(ownPart('memory', dataFolder).output) / 1e6
  return [
    times('start', median(started), median(bare), 2, 'ms'),
    within('memory', memory, 200, 'MB'),
    ...(await peerLines(database, dataFolder, folder)),
  ]
}

/** All balances, as programs of accountants give them from the exported journal. */
async function peerLines(database: Database, dataFolder: string, folder: string): Promise<BenchLine[]> {
  const journal = join(folder, 'school.journal')
  const out = createWriteStream(journal)
  await database.read(async (db) => {
    for await (const text of exportHledger(db)) if (!out.write(text)) await once(out, 'drain')
  })
  out.end()
  await finished(out)
  const own: number[] = []
  for (let run = 0; run < 3; run++) own.push(ownProgram(['balances', '--json', '--data', dataFolder]).milliseconds)
  const lines: BenchLine[] = []
  for (const peer of ['hledger', 'ledger'] as const) {
    if (spawnSync(peer, ['--version']).status !== 0) continue
    const { milliseconds, status, signal } = timed(peer, ['-f', journal, 'balance'], Math.ceil(SHOWN * median(own)))
    // One that was ended before it answered takes at least as long.
    if (status === 0 || signal !== null)
      lines.push(quicker(`balances_${peer}`, median(own), milliseconds, QUICKER, 'ms'))
  }
  return lines
}

function ownPart(part: Part, dataFolder: string) {
  return ownProgram(['bench', '--part', part, '--data', dataFolder])
}

/** This program itself, started anew. */
function ownProgram(words: readonly string[]) {
  return timed(process.execPath, [process.argv[1] ?? '', ...words])
}

/** @param timeout milliseconds after which it is ended, by a signal */
function timed(program: string, words: readonly string[], timeout?: number) {
  const began = performance.now()
  const run = { encoding: 'utf8', maxBuffer: 2 ** 30, timeout } as const
  const { stdout, status, stderr, signal } = spawnSync(program, words, run)
  if (status !== 0 && program === process.execPath) throw new Error(stderr)
  return { milliseconds: performance.now() - began, output: stdout, status, signal }
}
