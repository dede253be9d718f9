import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../../shared/words/say.ts'
import { textTable } from '../documents/text-table.ts'
import type { Database, ReadDb } from '../storage/database.ts'
import { holdsAny } from '../school/moving/holds-any.ts'
import { openDatabase, putSchoolAside } from '../storage/open-database.ts'
import { serverOf } from '../storage/server-folder.ts'
import { benchSchool } from './bench/bench-school.ts'
import { checkLines } from './bench/checks.ts'
import { fill, importingLines } from './bench/importing.ts'
import { within, type BenchLine } from './bench/line.ts'
import { serverLines } from './bench/on-server.ts'
import { paperLines } from './bench/paper.ts'
import { processLines } from './bench/processes.ts'
import { readingLines } from './bench/readings.ts'
import { writingLines } from './bench/writings.ts'
import { EXIT, print, printFailure, type ExitStatus, type Terminal } from './terminal.ts'

const SMALL_SCHOOL = 1_000
/** Up to here the file holds what every school has, whatever its entries. */
const FIRST_ENTRIES = 100_000

export interface BenchSize {
  readonly enrollments: number
  readonly entries: number
}

/**
 * `bench [--enrollments N] [--entries M]`: the performance figures, on schools made for it in a folder of their own. At
 * the address of a server the same work there, beside a file of this computer: in a database without a school.
 */
export async function bench(terminal: Terminal, size: BenchSize): Promise<ExitStatus> {
  const isServer = serverOf(terminal.dataFolder) !== null
  if (isServer && (await holdsAny(terminal.dataFolder)))
    return printFailure(terminal, {
      code: 'already_exists',
      message: say('command_line.move_taken', { place: serverOf(terminal.dataFolder) ?? '' }),
      remedy: say('bench.needs_empty'),
    })
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-bench-'))
  const began = performance.now()
  try {
    const lines = isServer ? await onServer(terminal, size, folder) : await measured(terminal, size, folder)
    const seconds = (performance.now() - began) / 1_000
    const document = { ...size, node: process.version, seconds, lines }
    print(terminal, document, tableOf(lines))
    return EXIT.done
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The school that was made for it does not stay in the place of one. */
async function onServer(terminal: Terminal, size: BenchSize, folder: string): Promise<BenchLine[]> {
  terminal.err(`${say('bench.making', { enrollments: size.enrollments, entries: size.entries })}\n`)
  const server = await openDatabase(terminal.dataFolder)
  try {
    return await serverLines(server, size, folder)
  } finally {
    await server.close()
    const kept = await putSchoolAside(terminal.dataFolder, terminal.now())
    if (kept !== null) terminal.err(`${say('bench.kept', { kept })}\n`)
  }
}

async function measured(terminal: Terminal, size: BenchSize, folder: string): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  const add = async (work: Promise<BenchLine[]>) => {
    for (const line of await work) {
      lines.push(line)
      const ratio = line.ratio === null ? '' : ` (${shown(line.ratio)}x)`
      terminal.err(`${line.what}: ${shown(line.measured)} ${line.unit}${ratio}\n`)
    }
  }
  const dataFolder = join(folder, 'large')
  mkdirSync(dataFolder)
  const small = await openDatabase(join(folder, 'small'))
  const large = await openDatabase(dataFolder)
  try {
    terminal.err(`${say('bench.making', { enrollments: size.enrollments, entries: size.entries })}\n`)
    await fill(small, benchSchool(Math.min(SMALL_SCHOOL, size.enrollments), 0))
    await add(importingLines(large, benchSchool(size.enrollments, size.entries), folder))
    await add(fileLines(large))
    await add(readingLines(small, large))
    await add(writingLines(large, folder))
    await add(checkLines(large))
    await add(processLines(large, dataFolder, folder))
    await add(paperLines(large, folder))
  } finally {
    await Promise.all([small.close(), large.close()])
  }
  return lines
}

/** What an entry takes of the data file, everything included. */
async function fileLines(database: Database): Promise<BenchLine[]> {
  await database.settle()
  const entries = await database.read(countOfEntries)
  const bytes = statSync(database.file).size
  const goal = entries > FIRST_ENTRIES ? 250 : Number.POSITIVE_INFINITY
  return [within('bytes_an_entry', bytes / Math.max(1, entries), goal, 'B')]
}

async function countOfEntries(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('entries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function tableOf(lines: readonly BenchLine[]): string {
  const heads = ['what', 'measured', 'yardstick', 'unit', 'ratio', 'goal', 'met'] as const
  const rows = lines.map((line) => [
    line.what,
    shown(line.measured),
    line.yardstick === null ? '' : shown(line.yardstick),
    line.unit,
    line.ratio === null ? '' : shown(line.ratio),
    goalText(line),
    say(line.met ? 'bench.yes' : 'bench.no'),
  ])
  return textTable(
    heads.map((head) => say(`bench.${head}`)),
    rows,
    [1, 2, 4, 5],
  )
}

function goalText({ goal, atLeast, ratio }: BenchLine): string {
  if (!Number.isFinite(goal)) return ''
  const most = `${atLeast ? '>=' : '<='} ${goal}`
  return ratio === null ? most : `${most}x`
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 3)
}
