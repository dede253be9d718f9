import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../../electron/school/backups/backup.ts'
import { stage } from '../../electron/school/backups/restore.ts'
import { StatementBatch } from '../../electron/statements/batch.ts'
import { keptOrder } from '../../electron/statements/batch-order.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { APPLICATION_ID } from '../../electron/storage/sqlite/connection.ts'
import { clearTemporary } from '../../electron/storage/temporary-files.ts'
import { migrations } from '../../migrations/index.ts'
import { checkPayments, checkSchool, makeSchool } from './checked.ts'
import { killAcceptAll } from './kill-accept-all.ts'
import { killRebuild } from './kill-rebuild.ts'
import { moments, workUntilKilled, type KillKind } from './kills.ts'

export const KILL_KINDS: Readonly<Record<string, KillKind>> = {
  posting: async (folder, kills) => {
    await makeSchool(folder)
    const acknowledged: string[] = []
    for (const [round, at] of moments(kills, 400, 1).entries())
      acknowledged.push(...(await workUntilKilled(['posting', folder, String(round)], at)).acknowledged)
    return { kills: kills.count, done: acknowledged.length, wrong: await checkPayments(folder, acknowledged) }
  },
  import: async (folder, kills) => {
    let done = 0
    const wrong: string[] = []
    for (const [round, at] of moments(kills, 900, 2).entries()) {
      const own = join(folder, String(round))
      mkdirSync(own)
      const { acknowledged } = await workUntilKilled(['import', own], at)
      done += acknowledged.length
      for (const piece of readdirSync(own)) {
        const { wrong: found, entries } = await checkSchool(join(own, piece))
        wrong.push(...found)
        if (entries !== 0 && entries !== 53) wrong.push(`an import left ${entries} entries`)
        if (acknowledged.includes(piece) && entries === 0) wrong.push('an acknowledged import is lost')
      }
    }
    return { kills: kills.count, done, wrong }
  },
  backup: async (folder, kills) => {
    await makeSchool(join(folder, 'data'))
    let done = 0
    const wrong: string[] = []
    for (const [round, at] of moments(kills, 1_500, 3).entries()) {
      const { acknowledged } = await workUntilKilled(['backup', folder, String(round)], at)
      done += acknowledged.length
      clearTemporary(folder)
      const backups = readdirSync(folder).filter((name) => name.startsWith(`${round}-`) && name.endsWith('.backup'))
      for (const name of backups) {
        const staged = await stage(join(folder, 'data'), join(folder, name), null)
        if (!staged.ok) wrong.push(staged.failure.message)
      }
      wrong.push(...acknowledged.filter((file) => !existsSync(file)).map((file) => `${file} is lost`))
      clearOwn(join(folder, 'data'), wrong)
    }
    return { kills: kills.count, done, wrong: [...wrong, ...(await checkSchool(join(folder, 'data'))).wrong] }
  },
  restore: async (folder, kills) => {
    const data = join(folder, 'data')
    const sources = [await backedUp(join(folder, 'small'), 0), await backedUp(join(folder, 'large'), 40)]
    await makeSchool(data)
    let done = 0
    const wrong: string[] = []
    for (const [round, at] of moments(kills, 1_500, 4).entries()) {
      const { acknowledged } = await workUntilKilled(['restore', data, String(round), ...sources], at)
      done += acknowledged.length
      const { wrong: found, entries } = await checkSchool(data)
      wrong.push(...found)
      if (entries !== 53 && entries !== 93) wrong.push(`a restore left ${entries} entries`)
      clearOwn(data, wrong)
    }
    return { kills: kills.count, done, wrong }
  },
  migration: async (folder, kills) => {
    let done = 0
    const wrong: string[] = []
    const older = join(folder, 'older')
    await makeOlder(older)
    for (const [round, at] of moments(kills, 700, 5).entries()) {
      const own = join(folder, String(round))
      for (let piece = 0; piece < 30; piece++) cpSync(older, join(own, String(piece)), { recursive: true })
      const { acknowledged } = await workUntilKilled(['migration', own], at)
      done += acknowledged.length
      for (const piece of readdirSync(own).slice(0, acknowledged.length + 2))
        wrong.push(...(await checkMigrated(join(own, piece))))
    }
    return { kills: kills.count, done, wrong }
  },
  batch: async (folder, kills) => {
    const data = join(folder, 'data')
    await makeSchool(data)
    let done = 0
    const wrong: string[] = []
    for (const [round, at] of moments(kills, 2_000, 6).entries()) {
      done += (await workUntilKilled(['batch', folder, String(round)], at)).acknowledged.length
      wrong.push(...(await checkBatch(data)))
    }
    return { kills: kills.count, done, wrong: [...wrong, ...(await checkSchool(data)).wrong] }
  },
  'accept-all': killAcceptAll,
  rebuild: killRebuild,
}

async function backedUp(folder: string, payments: number): Promise<string> {
  await makeSchool(folder, payments)
  const database = await openDatabase(folder)
  const file = join(folder, 'school.backup')
  const made = await backUp(database, file, new Date())
  await database.close()
  if (!made.ok) throw new Error(made.failure.message)
  return file
}

/** What a killed program left is cleared by the next start. */
function clearOwn(folder: string, wrong: string[]): void {
  clearTemporary(folder)
  const left = readdirSync(folder).filter((name) => name.endsWith('.part') && !name.includes(`.${process.pid}-`))
  if (left.length > 0) wrong.push(`${left.length} temporary files are left`)
}

/** A school of an earlier schema, with rows enough that its migration takes a while. */
async function makeOlder(folder: string): Promise<void> {
  mkdirSync(folder)
  const raw = new SqliteDatabase(join(folder, 'school.blocktime'))
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) })
  const older = Object.fromEntries(migrations.slice(0, 5).map(({ name, migration }) => [name, migration] as const))
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => older } }).migrateToLatest()
  if (error) throw error
  raw.pragma(`application_id = ${APPLICATION_ID}`)
  raw.pragma('user_version = 5')
  const row = raw.prepare("insert into audit_list (at, username, event, detail) values (?, 'admin', 'signed in', '')")
  raw.transaction(() => {
    for (let at = 1; at <= 5_000; at++) row.run(at)
  })()
  raw.close()
}

async function checkMigrated(folder: string): Promise<string[]> {
  const file = join(folder, 'school.blocktime')
  const copy = `${file}.before-version-6`
  const wrong: string[] = []
  if (existsSync(copy) && rowsOf(copy) !== 5_000) wrong.push('the copy before a migration is not whole')
  const database = await openDatabase(folder)
  await database.close()
  if (rowsOf(file) !== 5_000) wrong.push('a migration lost rows')
  if (!existsSync(copy) || statSync(copy).size === 0 || rowsOf(copy) !== 5_000)
    wrong.push('there is no copy from before a migration')
  return wrong
}

function rowsOf(file: string): number {
  const raw = new SqliteDatabase(file, { readonly: true })
  const { rows } = raw.prepare('select count(*) as rows from audit_list').get() as { rows: number }
  raw.close()
  return rows
}

/** After a batch that was broken off: finishing it leaves a paper for each number of it. */
async function checkBatch(data: string): Promise<string[]> {
  const order = keptOrder(data)
  if (!order) return []
  const database = await openDatabase(data)
  const batch = new StatementBatch(database, order)
  await batch.run()
  const { rows } = await database.read(async (db) => ({
    rows: await db.selectFrom('statements').select('id').where('id', '>', order.after).execute(),
  }))
  await database.close()
  const papers = readdirSync(order.folder).filter((name) => name.endsWith('.pdf'))
  clearTemporary(order.folder)
  if (batch.progress.state !== 'finished') return [batch.progress.problem ?? 'a batch could not be finished']
  return papers.length === rows.length ? [] : [`${rows.length} numbers and ${papers.length} papers`]
}
