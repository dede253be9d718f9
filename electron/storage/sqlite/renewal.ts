import type { Database as Sqlite } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Renewal, TakenTable, WriteDb } from '../database.ts'
import type { Tables } from '../tables/tables.ts'
import { otherEngine } from '../other-engine.ts'
import { directConnection } from './direct-connection.ts'
import { keepNothing } from './kept.ts'
import { scratchOn } from './scratch.ts'

/**
 * Runs work in a write transaction in which these tables have a shadow, empty at first; what the work takes over
 * stands in the place of the rows that were there. Where it throws, the transaction undoes everything.
 */
export async function renewed<T>(
  db: WriteDb,
  tables: readonly string[],
  work: (renewal: Renewal) => Promise<T>,
): Promise<T> {
  const engine = otherEngine(db)
  if (engine) return engine.renewed(db, tables, work)
  const sqlite = directConnection(db)
  if (!sqlite) throw new Error('tables are renewed on a connection')
  // Between the deleted rows and the new ones nothing is there that others refer to; at the commit everything is.
  sqlite.pragma('defer_foreign_keys = ON')
  const protection: string[] = []
  let result: T
  try {
    const scratch = scratchOn(sqlite, db as Kysely<Tables>, tables)
    result = await work({ ...scratch, take: async (taken) => void protection.push(...take(sqlite, taken)) })
  } finally {
    for (const table of tables) sqlite.exec(`drop table if exists temp."${table}"`)
    keepNothing()
  }
  // Only now: beside a temporary table of the same name they would stand on that one, and go with it.
  for (const sql of protection) sqlite.exec(sql)
  return result
}

/** Answers what protected the tables from changes, as it is to be made again. */
function take(sqlite: Sqlite, tables: readonly TakenTable[]): string[] {
  const triggers = tables.flatMap(
    ({ table }) =>
      sqlite.prepare("select name, sql from main.sqlite_schema where type = 'trigger' and tbl_name = ?").all(table) as {
        name: string
        sql: string
      }[],
  )
  for (const { name } of triggers) sqlite.exec(`drop trigger main."${name}"`)
  // Children go before their parents and come after them.
  for (const { table, but } of tables.toReversed()) if (but.length === 0) sqlite.exec(`delete from main."${table}"`)
  for (const { table, but } of tables) {
    if (but.length === 0) sqlite.exec(`insert into main."${table}" select * from temp."${table}"`)
    else takeColumns(sqlite, table, but)
  }
  return triggers.map(({ sql }) => sql)
}

/** Leaves some columns of the rows that stay as they are. */
function takeColumns(sqlite: Sqlite, table: string, but: readonly string[]): void {
  const columns = (
    sqlite.prepare(`select name, pk from pragma_table_info('${table}', 'main')`).all() as { name: string; pk: number }[]
  ).filter(({ name }) => !but.includes(name))
  const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => `"${name}"`)
  const names = columns.map(({ name }) => `"${name}"`)
  const changed = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`)
  sqlite.exec(`
    delete from main."${table}" where (${key.join(', ')}) not in (select ${key.join(', ')} from temp."${table}");
    insert into main."${table}" (${names.join(', ')}) select ${names.join(', ')} from temp."${table}" where true
    on conflict (${key.join(', ')}) do update set ${changed.join(', ')}`)
}
