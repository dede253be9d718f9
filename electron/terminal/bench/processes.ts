import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { openApplication } from '../../calls/application.ts'
import { businessDateAt } from '../../../shared/dates.ts'
import { packagesPage } from '../../reports/lists/packages-list.ts'
import { exportHledger } from '../../school/journal/export-hledger.ts'
import type { Database } from '../../storage/database.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { quicker, times, within, type BenchLine } from './line.ts'
import { at, median } from './timing.ts'

const STARTS = 7
const PAGES = 200

/** What this program is started as for one of the figures, on a data folder. */
export const PARTS = ['start', 'memory'] as const
export type Part = (typeof PARTS)[number]

/** The engine part of a start, up to the first page; or what memory serving takes. Prints nothing but a number. */
export async function runPart(part: Part, dataFolder: string): Promise<number> {
  const page = { search: '', status: null, sort: 'customer', direction: 'ascending', limit: 50 } as const
  const today = businessDateAt(new Date(), 'UTC')
  if (part === 'start') {
    const database = await openDatabase(dataFolder)
    const { rows } = await database.read((db) => packagesPage(db, { ...page, today, after: null }))
    await database.close()
    return rows.length
  }
  const application = await openApplication({ dataFolder })
  let after: string | null = null
  for (let read = 0; read < PAGES; read++) {
    const answer: { next: string | null } = await application.database.read((db) =>
      packagesPage(db, { ...page, today, after }),
    )
    after = answer.next
    if (after === null) break
  }
  const bytes = process.memoryUsage.rss()
  await application.close()
  return bytes
}

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
    const { milliseconds, status } = timed(peer, ['-f', journal, 'balance'])
    if (status === 0) lines.push(quicker(`balances_${peer}`, at(0.5, own), milliseconds, 300, 'ms'))
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

function timed(program: string, words: readonly string[]) {
  const began = performance.now()
  const { stdout, status, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (status !== 0 && program === process.execPath) throw new Error(stderr)
  return { milliseconds: performance.now() - began, output: stdout, status }
}
