import { dirname } from 'node:path'
import type { Database as Sqlite } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { millisecondsSince } from '../../log/milliseconds.ts'
import { log } from '../../log/program-log.ts'
import { migrations } from '../../../migrations/index.ts'
import { APPEND_ONLY } from '../append-only.ts'
import { keepBefore } from './before-migration.ts'
import { APPLICATION_ID } from './connection.ts'
import { StorageProblem } from '../problem.ts'
import type { Tables } from '../tables/tables.ts'

/**
 * Brings the schema up to date, in one transaction, after copying a file that holds data beside itself.
 * Refuses a file of another program and a file of a newer Blocktime; both stay as they are.
 */
export async function migrate(file: string, sqlite: Sqlite, kysely: Kysely<Tables>): Promise<void> {
  const version = versionOf(sqlite)
  const application = sqlite.pragma('application_id', { simple: true })
  const empty = sqlite.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number }
  if (application !== APPLICATION_ID && empty.tables > 0) throw new StorageProblem('foreign', { file })
  if (version > migrations.length) throw new StorageProblem('newer', { file })
  if (version < migrations.length) {
    const began = performance.now()
    await migrateFrom(version, file, sqlite, kysely)
    log(dirname(file), { event: 'migrated', from: version, to: migrations.length, ms: millisecondsSince(began) })
  }
  insistOnTriggers(file, sqlite)
}

async function migrateFrom(version: number, file: string, sqlite: Sqlite, kysely: Kysely<Tables>): Promise<void> {
  if (version > 0) await keepBefore(file, sqlite, version + 1)
  const provided = Object.fromEntries(migrations.map(({ name, migration }) => [name, migration]))
  // One transaction of our own: a second program that opens the file at the same moment waits, and finds it done.
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => provided },
    disableTransactions: true,
  })
  sqlite.exec('begin immediate')
  try {
    if (versionOf(sqlite) < migrations.length) {
      const { error } = await migrator.migrateToLatest()
      if (error) throw error
      sqlite.pragma(`application_id = ${APPLICATION_ID}`)
      sqlite.pragma(`user_version = ${migrations.length}`)
    }
    sqlite.exec('commit')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback')
    throw error
  }
}

function versionOf(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }))
}

/** Anyone with the file can drop triggers, so they are looked for at every start. */
function insistOnTriggers(file: string, sqlite: Sqlite): void {
  const rows = sqlite.prepare("select name from sqlite_schema where type = 'trigger'").all() as { name: string }[]
  const present = new Set(rows.map(({ name }) => name))
  const wanted = APPEND_ONLY.flatMap((table) => [`${table}_refuse_update`, `${table}_refuse_delete`])
  const missing = wanted.filter((name) => !present.has(name))
  if (missing.length > 0) throw new StorageProblem('unprotected', { file, missing: missing.join(', ') })
}
