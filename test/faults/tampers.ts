import SqliteDatabase from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeededChance } from '../../electron/school/demonstration/seeded-chance.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { keptHead } from '../../electron/ledger/head-file.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { makeSchool } from './checked.ts'
import type { Trials } from './kills.ts'

/** What is no matter to a school's numbers: secrets, sessions, and what only tells of the program's own doings. */
const NO_MATTER = /^(audit_list|commands|verification_runs|preferences|kysely_.*|package_search.*|sqlite_.*)$/

export interface Tampered {
  readonly tampers: number
  /** at the start, or by verify */
  readonly found: number
  /** changed nothing that means anything: free space, an index that is read over */
  readonly harmless: number
  /** changed what the school says, and nobody noticed */
  readonly missed: readonly string[]
}

/** Changes one byte of a school's file at a time, and asks whether anybody notices. */
export async function tamper(folder: string, { from, count }: Trials): Promise<Tampered> {
  const made = join(folder, 'made')
  await makeSchool(made, 5)
  const bytes = readFileSync(join(made, 'school.blocktime'))
  const meaning = meaningOf(join(made, 'school.blocktime'))
  const chance = new SeededChance(11)
  let found = 0
  let harmless = 0
  const missed: string[] = []
  const changes = Array.from({ length: from + count }, () => [chance.whole(0, bytes.length - 1), chance.whole(0, 7)])
  for (const [place = 0, bit = 0] of changes.slice(from)) {
    const data = join(folder, 'tampered')
    cpSync(made, data, { recursive: true })
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ (1 << bit)
    writeFileSync(join(data, 'school.blocktime'), changed)
    if (await noticed(data)) found += 1
    else if (meaningOf(join(data, 'school.blocktime')) === meaning) harmless += 1
    else missed.push(`byte ${place}, bit ${bit}`)
    rmSync(data, { recursive: true, force: true })
  }
  return { tampers: count, found, harmless, missed }
}

async function noticed(dataFolder: string): Promise<boolean> {
  const application = await openApplication({ dataFolder })
  try {
    const reply = await application.dispatch({
      call: 'start.state',
      input: {},
      session: null,
      commandId: null,
      attended: true,
    })
    if (!reply.ok || (reply.value as { phase: string }).phase === 'trouble') return true
    return !(await verifySchool(application.database, keptHead(dataFolder))).ok
  } catch {
    return true
  } finally {
    await application.close().catch(() => undefined)
  }
}

/** Everything that the tables say. */
function meaningOf(file: string): string {
  const raw = new SqliteDatabase(file)
  const hash = createHash('sha256')
  const tables = raw.prepare("select name from sqlite_schema where type = 'table' order by name").all() as {
    name: string
  }[]
  for (const { name } of tables.filter((table) => !NO_MATTER.test(table.name)))
    hash.update(`${name} ${JSON.stringify(raw.prepare(`select * from "${name}" order by 1, 2`).raw().all())}`)
  raw.close()
  return hash.digest('hex')
}
