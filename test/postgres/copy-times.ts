/* eslint-disable no-console -- figures for docs/several-desks.md: node test/postgres/copy-times.ts [PACKAGES] [ENTRIES] */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchSchool } from '../../electron/terminal/bench/bench-school.ts'
import { fill } from '../../electron/terminal/bench/importing.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { renewLastSeen } from '../../electron/verification/renewed-copy.ts'
import { importSchool } from '../../electron/school/csv/import-school.ts'
import { clearServer, newDatabase, serverFolder, startServer } from './server.ts'

const [packages = 20_000, entries = 60_000] = process.argv.slice(2).map(Number)
const folder = serverFolder()
const server = await startServer(folder)
writeFileSync(join(folder, 'ready.json'), JSON.stringify(server))
const desk = mkdtempSync(join(tmpdir(), 'blocktime-copy-'))
try {
  leadToServer(desk, newDatabase(server))
  const database = await openDatabase(desk)
  await fill(database, benchSchool(packages, entries))
  const renewed = async (what: string) => {
    const began = performance.now()
    const by = await renewLastSeen(database, desk)
    console.log(`${what}: ${by} in ${(performance.now() - began).toFixed(0)} ms`)
  }
  await renewed('the first copy')
  console.log(`${(statSync(join(desk, 'last-seen.blocktime')).size / 1e6).toFixed(1)} MB`)
  for (const [place, count] of [1, 10, 100, 1_000].entries()) {
    const head = 'date,user,action,ref,customer,package,code,quantity,amount,method,status,to,note'
    const rows = Array.from(
      { length: count },
      (_, row) => `2026-11-20,desk,account_deposit,DEP-${place}-${row},C-0000001,,,,10.00,cash,,,`,
    )
    const files = new Map([['activity.csv', new TextEncoder().encode(`${[head, ...rows].join('\n')}\n`)]])
    const outcome = await database.write((db) =>
      importSchool(db, files, { userId: null, now: new Date() }, () => undefined),
    )
    if (outcome.outcome !== 'imported') throw new Error(JSON.stringify(outcome).slice(0, 500))
    await renewed(`after ${count} more`)
  }
  await renewed('after nothing')
  rmSync(join(desk, 'last-seen.blocktime'))
  await renewed('the whole again')
  await database.close()
} finally {
  clearServer(folder)
  rmSync(desk, { recursive: true, force: true })
}
